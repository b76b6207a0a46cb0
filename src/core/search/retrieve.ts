import type { AcronymReading, AcronymTable } from '../index/acronyms.ts'
import type { CompoundTable } from '../index/compounds.ts'
import type { CorpusIndex, ScoredPostings } from '../index/corpusIndex.ts'
import { DocumentSet } from '../index/documentSet.ts'
import { splitCompound } from '../index/splitCompound.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Query } from '../query/ast.ts'
import { analyze } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import type { Correction } from './answer.ts'
import { isPlainWord, isText, partsOf, type Word, wordsOf } from './clauses.ts'
import { type Expandable, expand } from './expand.ts'
import { FEEDBACK_SHARE, feedbackPapers, feedbackStems } from './feedback.ts'
import type { FilterMatcher } from './filterMatcher.ts'
import type { Found } from './highlight.ts'
import type { Comparison } from './order.ts'
import { ScoreAccumulator } from './scoreAccumulator.ts'
import { MAX_TITLE_WORDS, type SoughtWord, type Titles } from './titles.ts'

export interface Searchable extends Expandable {
  acronyms: () => AcronymTable
  joins: () => CompoundTable
  papers: readonly CorpusPaper[]
  index: CorpusIndex
  strict: FilterMatcher
  titles: Titles
  /** The place of each paper in the order that decides where scores are equal. */
  places: Int32Array
}

/** A word of the query and what it was taken for. */
export interface ReadWord extends SoughtWord {
  /** A paper that has other alternatives may lack it. */
  isAlternative: boolean
  /** The pairs of words that were looked for in its place: `kv cache` for `kvcache`. */
  partings: (readonly string[])[]
  acronym?: AcronymReading
}

/** How a query was read: what its explanation is made from. */
export interface Reading {
  words: ReadWord[]
  /** What every paper meets; and phrases and words of a field that stand among alternatives. */
  strict: Query[]
}

export interface Retrieved {
  /** Numbers of the papers that match, in no order: those that have all words of the query, */
  first: Int32Array
  /** and those that have some. */
  second: Int32Array
  /** The `RERANKED` papers that come first by relevance are at the front of each tier. */
  byRelevance: Comparison
  scoreOf: (document: number) => number
  corrections: Correction[]
  found: Found
  reading: Reading
  /** Whether there was any word to rank by. */
  ranked: boolean
}

/** With fewer papers than this in the first tier, the second is shown as well. */
const FEW = 10

/** What the other side of an acronym counts beside the side that was typed. */
const ACRONYM_WEIGHT = 0.5

/** Papers that are looked into for a word written with a hyphen. Of more, those that have its parts count. */
const MAX_LOOKED_INTO = 1_000

/** Papers among which the words in their titles decide. */
export const RERANKED = 200

/** A phrase found word for word says more than its words found anywhere. */
const PHRASE_WEIGHT = 1.5

/**
 * How much a paper loses for each word it lacks: much where two or three words were typed, nothing where a question is
 * written out, whose words are not all meant to be found.
 */
const coordination = (share: number, words: number): number => share ** Math.max(0, 3 - words / 3)

/** Finds and scores the papers that answer a query. */
export function retrieve(query: Query, over: Searchable): Retrieved {
  return new Retrieval(over).run(query)
}

class Retrieval {
  readonly #over: Searchable
  readonly #tally: ScoreAccumulator
  readonly #stems = new Set<string>()
  readonly #phrases: (readonly string[])[] = []
  readonly #corrections: Correction[] = []
  readonly #reading: Reading = { words: [], strict: [] }

  constructor(over: Searchable) {
    this.#over = over
    this.#tally = new ScoreAccumulator(over.places)
  }

  run(query: Query): Retrieved {
    const { words, choices, strict, isProse } = partsOf(query)
    const readings = this.#over.acronyms().readings(words.map(({ term }) => term))
    for (const [at, word] of this.#withWholes(words).entries()) this.#askWord(word, readings.get(at))
    for (const choice of choices) this.#askChoice(choice)
    if (isProse) this.#learn()
    const asked = words.filter(({ isCondition }) => isCondition).length + choices.length
    const allowed = strict.length > 0 ? this.#allowed(strict, asked > 0) : undefined
    if (allowed) for (const text of strict.flatMap(textsOf)) this.#scorePhrase(text, allowed)
    const { first, second } = this.#tiers(asked, allowed)
    for (const document of second) {
      this.#tally.multiply(document, coordination(this.#tally.met(document) / asked, asked))
    }
    this.#rewardTitles(first, second)
    return {
      first,
      second,
      byRelevance: this.#tally.compare,
      scoreOf: document => this.#tally.scores[document] as number,
      corrections: this.#corrections,
      found: { stems: this.#stems, phrases: this.#phrases },
      reading: this.#reading,
      ranked: this.#stems.size > 0 || this.#phrases.length > 0,
    }
  }

  #tiers(asked: number, allowed: DocumentSet | undefined): { first: Int32Array; second: Int32Array } {
    const all = (): Int32Array => Int32Array.from(this.#over.papers.keys())
    const candidates = allowed ? allowed.members() : asked > 0 ? this.#tally.matchedDocs : all()
    const first = this.#tally.meeting(candidates, asked, asked)
    const isEnough = first.length >= FEW || asked === 0
    return { first, second: isEnough ? new Int32Array() : this.#tally.meeting(candidates, 1, asked - 1) }
  }

  /** Two words that the corpus also writes as one are found as that, too: `multi agent` as `multiagent`. */
  #withWholes(words: readonly Word[]): readonly Word[] {
    const joins = this.#over.joins()
    const wholeFrom = (at: number): string | undefined => {
      const whole = `${words[at]?.term}${words[at + 1]?.term}`
      return joins.partsOf(whole)?.[0] === words[at]?.term ? whole : undefined
    }
    return words.map((word, at) => {
      const whole = word.whole ?? wholeFrom(at) ?? (at > 0 ? wholeFrom(at - 1) : undefined)
      return whole === undefined ? word : { ...word, whole }
    })
  }

  #readWord(word: Word, as: Pick<ReadWord, 'isAlternative'>): ReadWord {
    const { term, text, isLast, inProse, whole } = word
    const expansion = expand(term, { typed: text, isLast, inProse }, this.#over)
    if (whole && this.#over.index.frequency(stemOf(whole)) > 0) {
      expansion.stems.push({ stem: stemOf(whole), weight: 1, kind: 'stem' })
    }
    const read: ReadWord = { ...expansion, ...as, isLast, partings: [] }
    this.#reading.words.push(read)
    return read
  }

  /** Scores the papers that have a word or what it stands for. */
  #score({ word, stems, guesses }: ReadWord): ScoredPostings {
    const isTold = this.#corrections.some(({ from }) => from === word)
    if (guesses.length > 0 && !isTold) this.#corrections.push({ from: word, to: guesses })
    for (const { stem } of stems) this.#stems.add(stem)
    const matched = this.#over.index.match(stems)
    this.#tally.add(matched)
    return matched
  }

  #askWord(word: Word, acronym: AcronymReading | undefined): void {
    const read = this.#readWord(word, { isAlternative: false })
    const isUnknown = read.stems.every(({ kind }) => kind === 'fuzzy')
    if (isUnknown && word.isCondition && this.#askParts(read)) return
    const matched = this.#score(read)
    if (!word.isCondition) return
    this.#tally.addMatches(matched.documents)
    this.#askJoined(read, matched.documents)
    if (!acronym) return
    read.acronym = acronym
    this.#askAcronym(acronym, this.#setOf(matched.documents))
  }

  #setOf(documents: Int32Array): DocumentSet {
    return DocumentSet.of(this.#over.papers.length, documents)
  }

  /** Papers that write the other side of an acronym have the word, too, for less. */
  #askAcronym({ stems, words }: AcronymReading, having: DocumentSet): void {
    const { index } = this.#over
    const others = intersection(stems.map(stem => index.documentsOf(stem))).without(having)
    const share = ACRONYM_WEIGHT / (words * stems.length)
    for (const stem of stems) {
      this.#tally.add(index.match([{ stem, weight: 1 }]), share, others)
      this.#stems.add(stem)
    }
    this.#tally.addMatches(others.members())
  }

  /** Papers that write a word with a hyphen have it, too: `multi-agent` for `multiagent`. */
  #askJoined(read: ReadWord, documents: Int32Array): void {
    const { index, joins, strict } = this.#over
    const parts = joins().partsOf(read.word)
    if (!parts) return
    const others = intersection(parts.map(part => index.documentsOf(stemOf(part)))).without(
      this.#setOf(documents),
    )
    const written =
      others.size > MAX_LOOKED_INTO
        ? others
        : strict.documents({ type: 'phrase', text: parts.join('-') }, others)
    if (written.size > 0) this.#takeParts(read, parts, written)
  }

  /** Counts papers as having a word of which they write the parts. */
  #takeParts(read: ReadWord, parts: readonly string[], written: DocumentSet): void {
    for (const part of parts) {
      const matched = this.#over.index.match([{ stem: stemOf(part), weight: 1 }])
      this.#tally.add(matched, 1 / parts.length, written)
    }
    this.#tally.addMatches(written.members())
    this.#phrases.push(parts)
    read.partings.push(parts)
  }

  /**
   * A word that the corpus does not know may be two that it writes with a hyphen or a space: `kvcache`. Says whether it
   * is; its papers then count as having the word.
   */
  #askParts(read: ReadWord): boolean {
    const { index, strict, papers } = this.#over
    let left = DocumentSet.all(papers.length)
    for (const parts of splitCompound(read.word, index)) {
      const written = strict.documents({ type: 'phrase', text: parts.join(' ') }, left)
      if (written.size > 0) this.#takeParts(read, parts, written)
      left = left.without(written)
    }
    if (read.partings.length === 0) return false
    read.stems = []
    return true
  }

  /** Words and phrases of which one is enough: a paper counts once, with the sum of what it has. */
  #askChoice(choice: Query): void {
    const members = choice.type === 'or' ? choice.members : [choice]
    let having = new DocumentSet(this.#over.papers.length)
    for (const member of members) {
      if (isText(member))
        having = having.or(isPlainWord(member) ? this.#alternative(member.text) : this.#phrase(member))
    }
    this.#tally.addMatches(having.members())
  }

  /** The papers that have a word of an alternative. A hyphenated word is one: a paper needs all its parts. */
  #alternative(text: string): DocumentSet {
    const parts = wordsOf(text, { isLast: false, inProse: false }).map(word => {
      const read = this.#readWord(word, { isAlternative: true })
      return this.#setOf(this.#score(read).documents)
    })
    return intersection(parts)
  }

  #phrase(phrase: Query & { type: 'word' | 'phrase' }): DocumentSet {
    const documents = this.#over.strict.documents(phrase, DocumentSet.all(this.#over.papers.length))
    this.#reading.strict.push(phrase)
    this.#scorePhrase(phrase, documents)
    return documents
  }

  /** Looks at the best answers so far for further words, and scores all papers by these as well. */
  #learn(): void {
    const { papers, index } = this.#over
    const { scores } = this.#tally
    const best = this.#tally.best(this.#tally.matchedDocs, feedbackPapers(papers.length))
    const sum = best.reduce((total, document) => total + (scores[document] as number), 0)
    const answers = Array.from(best, document => ({
      paper: papers[document] as CorpusPaper,
      share: (scores[document] as number) / sum,
    }))
    const asked = this.#reading.words.length
    for (const [stem, weight] of feedbackStems(answers)) {
      const worth = (FEEDBACK_SHARE / (1 - FEEDBACK_SHARE)) * asked * weight
      this.#tally.add(index.match([{ stem, weight: 1 }]), worth)
    }
  }

  #scorePhrase(phrase: Query & { type: 'word' | 'phrase' }, documents: DocumentSet): void {
    const terms = analyze(phrase.text).words.map(({ term }) => term)
    for (const term of terms) {
      this.#tally.add(this.#over.index.match([{ stem: stemOf(term), weight: 1 }]), PHRASE_WEIGHT, documents)
    }
    this.#phrases.push(terms)
  }

  /** The papers that meet every condition. Where words were asked for, only those that have one can be shown. */
  #allowed(conditions: readonly Query[], hasWords: boolean): DocumentSet {
    const { papers, strict } = this.#over
    this.#reading.strict.push(...conditions)
    const within = hasWords ? this.#setOf(this.#tally.matchedDocs) : DocumentSet.all(papers.length)
    return strict.documents({ type: 'and', members: [...conditions] }, within)
  }

  /** Looks at the titles of the best papers of both tiers. Scores only grow, so these stay the best. */
  #rewardTitles(...tiers: Int32Array[]): void {
    const { words } = this.#reading
    const areTitleWords = words.length > 0 && words.length <= MAX_TITLE_WORDS
    const bonus = areTitleWords ? this.#over.titles.bonus(words) : undefined
    for (const tier of tiers) {
      const best = this.#tally.best(tier, RERANKED)
      if (bonus) for (const document of best) this.#tally.multiply(document, bonus(document))
    }
  }
}

/** The words and phrases of a condition that papers are ranked by. */
function textsOf(condition: Query): (Query & { type: 'word' | 'phrase' })[] {
  if (condition.type === 'or' && condition.members.every(isText)) return condition.members
  return isText(condition) ? [condition] : []
}

/** The documents that are in all of one or more sets. */
const intersection = (sets: readonly DocumentSet[]): DocumentSet => sets.reduce((left, set) => left.and(set))
