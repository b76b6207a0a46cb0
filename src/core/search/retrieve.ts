import type { Correction } from '../engine.ts'
import type { CorpusPaper } from '../manifest.ts'
import type { Query } from '../query/ast.ts'
import { MatchablePaper, type MatchContext, matches } from '../query/match.ts'
import type { AcronymReading, AcronymTable } from './acronyms.ts'
import { analyze } from './analyze.ts'
import type { CorpusIndex } from './corpusIndex.ts'
import { type Expandable, type Expansion, expand } from './expand.ts'
import { FEEDBACK_SHARE, feedbackPapers, feedbackStems } from './feedback.ts'
import type { Found } from './highlight.ts'
import { firstOf } from './order.ts'
import { isPlainWord, isText, MAX_TITLE_WORDS, partsOf, type Word, wordsOf } from './queryParts.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stopwords.ts'
import { type SoughtWord, type TitleWords, titleBonus } from './titleBonus.ts'

export interface Searchable extends Expandable {
  acronyms: () => AcronymTable
  papers: readonly CorpusPaper[]
  index: CorpusIndex
  match: MatchContext
}

export interface Retrieved {
  /** Numbers of the papers that match, in no order: those that have all words of the query, */
  first: Int32Array
  /** and those that have some. */
  second: Int32Array
  /** By document number. */
  scores: Float32Array
  corrections: Correction[]
  found: Found
  /** Whether there was any word to rank by. */
  ranked: boolean
}

/** With fewer papers than this in the first tier, the second is shown as well. */
const FEW = 10

/** What the other side of an acronym counts beside the side that was typed. */
const ACRONYM_WEIGHT = 0.5

/** Papers among which the words in their titles decide. */
const RERANKED = 300

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
  readonly #scores: Float32Array
  readonly #hits: Uint16Array
  /** The papers that have any word. */
  readonly #touched: number[] = []
  readonly #stems = new Set<string>()
  readonly #phrases: string[][] = []
  readonly #corrections: Correction[] = []
  readonly #words: SoughtWord[] = []

  constructor(over: Searchable) {
    this.#over = over
    this.#scores = new Float32Array(over.papers.length)
    this.#hits = new Uint16Array(over.papers.length)
  }

  run(query: Query): Retrieved {
    const { words, choices, strict, isProse } = partsOf(query)
    const readings = this.#over.acronyms().readings(words.map(({ term }) => term))
    for (const [at, word] of words.entries()) this.#askWord(word, readings.get(at))
    for (const choice of choices) this.#askChoice(choice)
    if (isProse) this.#learn()
    const asked = words.filter(({ isCondition }) => isCondition).length + choices.length
    const allowed = strict.length > 0 ? this.#allowed(strict, asked > 0) : undefined
    for (const member of strict) if (isText(member)) this.#scorePhrase(member, allowed as ReadonlySet<number>)
    const { first, second } = this.#tiers(asked, allowed)
    const ranked = this.#stems.size > 0 || this.#phrases.length > 0
    for (const document of second) {
      ;(this.#scores[document] as number) *= coordination((this.#hits[document] as number) / asked, asked)
    }
    if (this.#words.length <= MAX_TITLE_WORDS) {
      this.#rewardTitles(first)
      this.#rewardTitles(second)
    }
    return {
      first,
      second,
      scores: this.#scores,
      corrections: this.#corrections,
      found: { stems: this.#stems, phrases: this.#phrases },
      ranked,
    }
  }

  #tiers(asked: number, allowed: ReadonlySet<number> | undefined): { first: Int32Array; second: Int32Array } {
    const first: number[] = []
    const second: number[] = []
    const sort = (document: number): void => {
      const hits = this.#hits[document] as number
      if (hits === asked) first.push(document)
      else if (hits > 0) second.push(document)
    }
    if (allowed) for (const document of allowed) sort(document)
    else if (asked > 0) for (const document of this.#touched) sort(document)
    else for (let document = 0; document < this.#hits.length; document++) first.push(document)
    return { first: Int32Array.from(first), second: Int32Array.from(first.length < FEW ? second : []) }
  }

  #hit(document: number): void {
    if (this.#hits[document] === 0) this.#touched.push(document)
    ;(this.#hits[document] as number)++
  }

  #expanded({ term, text, isLast, inProse, whole }: Word): Expansion {
    const expansion = expand(term, { typed: text, isLast, inProse }, this.#over)
    if (whole && this.#over.index.frequency(stemOf(whole)) > 0) {
      expansion.stems.push({ stem: stemOf(whole), weight: 1, kind: 'stem' })
    }
    this.#words.push({ ...expansion, isLast })
    for (const { stem } of expansion.stems) this.#stems.add(stem)
    return expansion
  }

  #tell({ word, guesses }: Expansion): void {
    const isTold = this.#corrections.some(({ from }) => from === word)
    if (guesses.length > 0 && !isTold) this.#corrections.push({ from: word, to: guesses })
  }

  #askWord(word: Word, acronym: AcronymReading | undefined): void {
    const expansion = this.#expanded(word)
    if (expansion.stems.every(({ kind }) => kind === 'fuzzy') && this.#askParts(word)) return
    this.#tell(expansion)
    const { documents, scores } = this.#over.index.match(expansion.stems)
    documents.forEach((document, i) => {
      ;(this.#scores[document] as number) += scores[i] as number
      if (word.isCondition) this.#hit(document)
    })
    if (acronym && word.isCondition) this.#askAcronym(acronym, new Set(documents))
  }

  /** Papers that write the other side of an acronym have the word, too, for less. */
  #askAcronym({ stems, words }: AcronymReading, having: ReadonlySet<number>): void {
    const matches = stems.map(stem => this.#over.index.match([{ stem, weight: 1 }]))
    const all = intersection(matches.map(({ documents }) => new Set(documents)))
    const share = ACRONYM_WEIGHT / (words * stems.length)
    for (const { documents, scores } of matches) {
      documents.forEach((document, i) => {
        if (all.has(document) && !having.has(document))
          (this.#scores[document] as number) += share * (scores[i] as number)
      })
    }
    for (const document of all) if (!having.has(document)) this.#hit(document)
    for (const stem of stems) this.#stems.add(stem)
  }

  /**
   * A word that the corpus does not know may be two that it writes with a hyphen: `kvcache`. Says whether it is; its
   * papers then count as having the word.
   */
  #askParts({ term }: Word): boolean {
    const { index } = this.#over
    for (let at = 2; at <= term.length - 2; at++) {
      const parts = [term.slice(0, at), term.slice(at)].map(part => [{ stem: stemOf(part), weight: 1 }])
      if (parts.some(([part]) => part === undefined || index.frequency(part.stem) === 0)) continue
      const matches = parts.map(part => index.match(part))
      const both = intersection(matches.map(({ documents }) => new Set(documents)))
      const written = this.#among(both, { type: 'word', text: term })
      if (written.size === 0) continue
      for (const { documents, scores } of matches) {
        documents.forEach((document, i) => {
          if (written.has(document)) (this.#scores[document] as number) += (scores[i] as number) / 2
        })
      }
      for (const document of written) this.#hit(document)
      this.#stems.add(stemOf(term))
      return true
    }
    return false
  }

  /** Words and phrases of which one is enough: a paper counts once, with the sum of what it has. */
  #askChoice(choice: Query): void {
    const members = choice.type === 'or' ? choice.members : [choice]
    const having = new Set<number>()
    for (const member of members) {
      if (!isText(member)) continue
      if (isPlainWord(member)) {
        // A hyphenated word is one alternative: a paper needs all its parts.
        const parts = wordsOf(member.text, { isLast: false, inProse: false }).map(word => {
          const expansion = this.#expanded(word)
          this.#tell(expansion)
          const { documents, scores } = this.#over.index.match(expansion.stems)
          documents.forEach((document, i) => {
            ;(this.#scores[document] as number) += scores[i] as number
          })
          return new Set(documents)
        })
        for (const document of intersection(parts)) having.add(document)
      } else {
        const documents = this.#strictly(member)
        this.#scorePhrase(member, documents)
        for (const document of documents) having.add(document)
      }
    }
    for (const document of having) this.#hit(document)
  }

  /** Looks at the best answers so far for further words, and scores all papers by these as well. */
  #learn(): void {
    const best = this.#best(Int32Array.from(this.#touched), feedbackPapers(this.#over.papers.length))
    const sum = best.reduce((total, document) => total + (this.#scores[document] as number), 0)
    const answers = Array.from(best, document => ({
      paper: this.#over.papers[document] as CorpusPaper,
      share: (this.#scores[document] as number) / sum,
    }))
    const asked = this.#words.length
    for (const [stem, weight] of feedbackStems(answers)) {
      const { documents, scores } = this.#over.index.match([{ stem, weight: 1 }])
      const worth = (FEEDBACK_SHARE / (1 - FEEDBACK_SHARE)) * asked * weight
      documents.forEach((document, i) => {
        ;(this.#scores[document] as number) += worth * (scores[i] as number)
      })
    }
  }

  #scorePhrase(phrase: Query & { type: 'word' | 'phrase' }, documents: ReadonlySet<number>): void {
    const terms = analyze(phrase.text).words.map(({ term }) => term)
    for (const term of terms) {
      const matched = this.#over.index.match([{ stem: stemOf(term), weight: 1 }])
      matched.documents.forEach((document, i) => {
        if (documents.has(document))
          (this.#scores[document] as number) += PHRASE_WEIGHT * (matched.scores[i] as number)
      })
    }
    this.#phrases.push(terms)
  }

  /**
   * The papers that meet every condition. Where words were asked for, only those that have one can be shown; and what the
   * index cannot tell is looked up in the papers that are left then.
   */
  #allowed(conditions: readonly Query[], hasWords: boolean): ReadonlySet<number> {
    const told = conditions.filter(isIndexed).map(condition => this.#strictly(condition))
    const others = conditions.filter(condition => !isIndexed(condition))
    const left = intersection([new Set(hasWords ? this.#touched : this.#over.papers.keys()), ...told])
    return others.length > 0 ? this.#among(left, { type: 'and', members: others }) : left
  }

  /** The papers that meet a query strictly. The index names candidates for words; each is then looked at. */
  #strictly(query: Query): ReadonlySet<number> {
    switch (query.type) {
      case 'and':
        return intersection(query.members.map(member => this.#strictly(member)))
      case 'or':
        return new Set(query.members.flatMap(member => [...this.#strictly(member)]))
      case 'not': {
        const excluded = this.#strictly(query.member)
        return new Set([...this.#over.papers.keys()].filter(document => !excluded.has(document)))
      }
      case 'word':
      case 'phrase':
        return this.#among(this.#candidates(query.text), query)
      case 'filter':
      case 'all':
        return this.#among(this.#over.papers.keys(), query)
      default:
        return query satisfies never
    }
  }

  #among(candidates: Iterable<number>, query: Query): ReadonlySet<number> {
    const { papers, match } = this.#over
    const found = new Set<number>()
    for (const document of candidates) {
      if (matches(query, new MatchablePaper(papers[document] as CorpusPaper), match)) found.add(document)
    }
    return found
  }

  #candidates(text: string): Iterable<number> {
    const terms = analyze(text).words.map(({ term }) => term)
    const documentsOf = (term: string): ReadonlySet<number> =>
      new Set(this.#over.index.match([{ stem: stemOf(term), weight: 1 }]).documents)
    const telling = terms.filter(term => !isStopWord(term))
    if (telling.length === 0) return this.#over.papers.keys()
    return new Set([...intersection(telling.map(documentsOf)), ...documentsOf(terms.join(''))])
  }

  #best(documents: Int32Array, count: number): Int32Array {
    return firstOf(
      documents,
      count,
      (a, b) => (this.#scores[b] as number) - (this.#scores[a] as number) || a - b,
    )
  }

  #rewardTitles(documents: Int32Array): void {
    if (this.#words.length === 0) return
    for (const document of this.#best(documents, RERANKED)) {
      const { title } = this.#over.papers[document] as CorpusPaper
      ;(this.#scores[document] as number) *= titleBonus(titleWords(title), this.#words)
    }
  }
}

/** Whether the index names the papers that a condition is about: it has all words but the common ones. */
const isIndexed = (query: Query): boolean =>
  query.type === 'not'
    ? isIndexed(query.member)
    : isText(query) && analyze(query.text).words.some(({ term }) => !isStopWord(term))

/** The titles looked at last: the next key is answered from much the same papers. */
const titles = new Map<string, TitleWords>()
const MAX_TITLES = 5_000

function titleWords(title: string): TitleWords {
  let known = titles.get(title)
  if (!known) {
    if (titles.size >= MAX_TITLES) titles.clear()
    const words = analyze(title).words.map(({ term }) => term)
    known = { words, stems: words.map(stemOf) }
    titles.set(title, known)
  }
  return known
}

function intersection(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size)
  return new Set([...(smallest ?? [])].filter(document => others.every(set => set.has(document))))
}
