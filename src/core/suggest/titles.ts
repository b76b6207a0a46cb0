import Fuse from 'fuse.js/basic'
import type { CorpusPaper } from '../papers/manifest.ts'
import { spacedWords } from '../text/text.ts'

/** Longer texts are cut: a title is recognised long before that. */
const MAX_TYPED = 64
const MIN_TYPED = 3
/** Fuse compares with every title it is given; these are few enough to do so at every key. */
const MAX_CANDIDATES = 60
const OPTIONS = {
  keys: ['folded'],
  includeScore: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  threshold: 0.3,
}
/** A title may lack so much of what the likeliest has. */
const SHARE_OF_BEST = 0.6
const MIN_SHARE = 0.4

/** The runs of three characters in a text. */
const trigramsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))

interface Title {
  paper: CorpusPaper
  /** Its title as `spacedWords`. */
  folded: string
}

/**
 * Papers by title, forgiving typing errors and the order of words. Fuse.js takes 15 ms and more to compare a few words
 * with 2,000 titles, so it is given only those that share most runs of three letters with what is typed.
 */
export class TitleIndex {
  readonly #titles: readonly Title[]
  readonly #having = new Map<string, number[]>()

  /** @param papers the likeliest to be meant first */
  constructor(papers: readonly CorpusPaper[]) {
    this.#titles = papers.map(paper => ({ paper, folded: spacedWords(paper.title) }))
    for (const [number, { folded }] of this.#titles.entries()) {
      for (const trigram of trigramsOf(folded)) {
        const having = this.#having.get(trigram)
        if (having) having.push(number)
        else this.#having.set(trigram, [number])
      }
    }
  }

  /** The papers whose titles begin with a text, those that have it from another word on, then those most like it. */
  like(typed: string, limit: number): CorpusPaper[] {
    const sought = spacedWords(typed.slice(0, MAX_TYPED))
    if (sought.trim().length < MIN_TYPED) return []
    const having = this.#titles.filter(({ folded }) => folded.includes(sought))
    const beginning = having.filter(({ folded }) => folded.startsWith(sought))
    const others = having.length < limit ? this.#resembling(sought) : []
    return [...new Set([...beginning, ...having, ...others])].slice(0, limit).map(({ paper }) => paper)
  }

  /** Compared word by word, so that their order does not matter. */
  #resembling(sought: string): Title[] {
    const fuse = new Fuse(this.#candidates(sought), OPTIONS)
    const likeness = new Map<Title, number>()
    for (const word of sought.trim().split(' ')) {
      for (const { item, score = 1 } of fuse.search(word)) {
        likeness.set(item, (likeness.get(item) ?? 0) + (1 - score) * word.length)
      }
    }
    return [...likeness].sort(([, a], [, b]) => b - a).map(([title]) => title)
  }

  /** The titles that share the most runs of letters with the text. */
  #candidates(sought: string): Title[] {
    const trigrams = trigramsOf(sought)
    const shared = new Uint8Array(this.#titles.length)
    for (const trigram of trigrams) {
      for (const number of this.#having.get(trigram) ?? []) (shared[number] as number) += 1
    }
    const best = shared.reduce((most, count) => Math.max(most, count), 0)
    const least = Math.max(1, SHARE_OF_BEST * best, MIN_SHARE * trigrams.size)
    return [...shared.keys()]
      .filter(number => (shared[number] as number) >= least)
      .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
      .slice(0, MAX_CANDIDATES)
      .map(number => this.#titles[number] as Title)
  }
}
