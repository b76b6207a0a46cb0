import type { Correction } from '../engine.ts'
import type { CorpusPaper } from '../manifest.ts'
import type { Query } from '../query/ast.ts'
import { MatchablePaper, type MatchContext, matches } from '../query/match.ts'
import { analyze } from './analyze.ts'
import { expand } from './expand.ts'
import type { Found } from './highlight.ts'
import type { InvertedIndex } from './inverted.ts'
import type { Lexicon } from './lexicon.ts'
import { scoreWord } from './rank.ts'

/** What a query is evaluated over. */
export interface Searchable {
  papers: readonly CorpusPaper[]
  index: InvertedIndex
  /** Made when the first word needs it. */
  lexicon: () => Lexicon
  match: MatchContext
}

type Documents = ReadonlySet<number>

/** A phrase found word for word says more than its words found anywhere. */
const PHRASE_BONUS = 2
/** The whole query as a phrase in the title: what people type who know the title. */
const TITLE_BONUS = 1_000

function intersection(sets: readonly Documents[]): Documents {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size)
  if (!smallest) return new Set()
  return new Set([...smallest].filter(document => others.every(set => set.has(document))))
}

/**
 * The papers that match a query, their scores, and what was found in them.
 *
 * Words are read freely (stems, beginnings, typing errors) where they ask for papers, and word for word where they
 * exclude papers or name a field: an exclusion must not take away more than it says.
 */
export class Evaluation {
  readonly documents: number[]
  readonly scores: Float64Array
  readonly corrections: Correction[] = []
  readonly found: Found
  /** Whether there was any word to rank by. */
  readonly ranked: boolean
  readonly #over: Searchable
  readonly #terms = new Set<string>()
  readonly #phrases: string[][] = []
  readonly #lastWord: string | undefined
  #everything: Documents | undefined

  constructor(query: Query, over: Searchable) {
    this.#over = over
    this.scores = new Float64Array(over.papers.length)
    this.#lastWord = lastWord(query)
    this.documents = [...this.#evaluate(query)]
    this.found = { terms: this.#terms, phrases: this.#phrases }
    this.ranked = this.#terms.size > 0 || this.#phrases.length > 0
    if (this.ranked) this.#rewardTitles(query)
  }

  #all(): Documents {
    this.#everything ??= new Set(this.#over.papers.keys())
    return this.#everything
  }

  #evaluate(query: Query): Documents {
    switch (query.type) {
      case 'all':
        return this.#all()
      case 'and':
        return intersection(query.members.map(member => this.#evaluate(member)))
      case 'or':
        return new Set(query.members.flatMap(member => [...this.#evaluate(member)]))
      case 'word':
        return query.field ? this.#phrase(query) : this.#word(query.text)
      case 'phrase':
        return this.#phrase(query)
      case 'not':
        return this.#except(query.member)
      case 'filter':
        return this.#filter(query, this.#all())
      default:
        return query satisfies never
    }
  }

  #filter(query: Query, among: Documents): Documents {
    const { papers, match } = this.#over
    return new Set(
      [...among].filter(document =>
        matches(query, new MatchablePaper(papers[document] as CorpusPaper), match),
      ),
    )
  }

  /** A hyphenated word asks for its parts, or for the whole written as one. */
  #word(text: string): Documents {
    const { words, joined } = analyze(text)
    const parts = intersection(words.map(({ term }) => this.#expanded(term, text === this.#lastWord)))
    const whole = joined
      .filter(({ term }) => this.#over.index.postings(term))
      .map(({ term }) => this.#exactly(term))
    return new Set([...parts, ...whole.flatMap(documents => [...documents])])
  }

  #expanded(word: string, prefix: boolean): Documents {
    const { index, lexicon } = this.#over
    const { terms, correction } = expand(word, { prefix, fuzzy: true }, index, lexicon)
    if (correction) this.corrections.push({ from: word, to: correction })
    // A word that nothing resembles is still something that was looked for.
    this.#terms.add(word)
    for (const term of terms.keys()) this.#terms.add(term)
    return scoreWord(terms, index, this.scores)
  }

  #exactly(term: string): Documents {
    this.#terms.add(term)
    return scoreWord(new Map([[term, 1]]), this.#over.index, this.scores)
  }

  /** Scores a phrase by the worth of its words, doubled for standing together. */
  #phrase(query: Query & { type: 'word' | 'phrase' }): Documents {
    const worth = new Float64Array(this.scores.length)
    const { documents, words } = this.#strictly(query, worth)
    for (const document of documents) {
      this.scores[document] = (this.scores[document] ?? 0) + PHRASE_BONUS * (worth[document] ?? 0)
    }
    this.#terms.add(words.join(''))
    if (words.length > 1) this.#phrases.push(words)
    return documents
  }

  /** The papers that have a word or phrase word for word: the index names candidates, each is then looked at. */
  #strictly(query: Query & { type: 'word' | 'phrase' }, worth = new Float64Array(this.scores.length)) {
    const words = analyze(query.text).words.map(({ term }) => term)
    const documentsOf = (term: string): Documents => scoreWord(new Map([[term, 1]]), this.#over.index, worth)
    const candidates = new Set([...intersection(words.map(documentsOf)), ...documentsOf(words.join(''))])
    return { documents: this.#filter(query, candidates), words }
  }

  #except(query: Query): Documents {
    const isText = query.type === 'word' || query.type === 'phrase'
    const excluded = isText ? this.#strictly(query).documents : this.#filter(query, this.#all())
    return new Set([...this.#all()].filter(document => !excluded.has(document)))
  }

  #rewardTitles(query: Query): void {
    const members = query.type === 'and' ? query.members : [query]
    const texts = members.filter(member => member.type === 'word' || member.type === 'phrase')
    const sought = ` ${texts.flatMap(({ text }) => analyze(text).words.map(({ term }) => term)).join(' ')} `
    if (texts.length < 2) return
    for (const document of this.documents) {
      const title = analyze((this.#over.papers[document] as CorpusPaper).title).words.map(({ term }) => term)
      if (` ${title.join(' ')} `.includes(sought))
        this.scores[document] = (this.scores[document] ?? 0) + TITLE_BONUS
    }
  }
}

/** The word that is perhaps still being typed: the last one, where it ends the query. */
function lastWord(query: Query): string | undefined {
  if (query.type === 'word' && !query.field) return query.text
  return query.type === 'and' || query.type === 'or' ? lastWord(query.members.at(-1) as Query) : undefined
}
