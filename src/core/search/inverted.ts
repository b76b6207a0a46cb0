import { stemmer } from 'stemmer'
import type { CorpusPaper } from '../manifest.ts'
import { analyze } from './analyze.ts'

/** The parts of a paper that words are looked for in, and how much a match there counts beside the others. */
export const ZONES = {
  title: { weight: 8, texts: (paper: CorpusPaper): readonly string[] => [paper.title] },
  abstract: { weight: 1, texts: (paper: CorpusPaper): readonly string[] => [paper.abstract ?? ''] },
  names: {
    weight: 4,
    texts: (paper: CorpusPaper): readonly string[] => [
      ...(paper.authors ?? []),
      ...(paper.organization
        ? new Set([paper.organization.slug ?? paper.organization.name, paper.organization.name])
        : []),
    ],
  },
} as const
export type Zone = keyof typeof ZONES
export const ZONE_NAMES = Object.keys(ZONES) as Zone[]

/** Where a term occurs: parallel lists, a document number and its term frequency in each zone. */
export interface Postings {
  documents: number[]
  frequencies: Record<Zone, number[]>
}

/** An inverted index over titles, abstracts and names. Documents are numbered in the order they are added. */
export class InvertedIndex {
  readonly #postings = new Map<string, Postings>()
  readonly #termsByStem = new Map<string, string[]>()
  readonly lengths: Record<Zone, number[]> = { title: [], abstract: [], names: [] }
  readonly #totalLength: Record<Zone, number> = { title: 0, abstract: 0, names: 0 }
  #sorted: string[] | undefined

  get documentCount(): number {
    return this.lengths.title.length
  }

  add(paper: CorpusPaper): void {
    const document = this.documentCount
    for (const zone of ZONE_NAMES) {
      let length = 0
      for (const text of ZONES[zone].texts(paper)) {
        const { words, joined } = analyze(text)
        length += words.length
        for (const { term } of words) this.#count(term, document, zone)
        for (const { term } of joined) this.#count(term, document, zone)
      }
      this.lengths[zone].push(length)
      this.#totalLength[zone] += length
    }
    this.#sorted = undefined
  }

  #count(term: string, document: number, zone: Zone): void {
    let postings = this.#postings.get(term)
    if (!postings) {
      postings = { documents: [], frequencies: { title: [], abstract: [], names: [] } }
      this.#postings.set(term, postings)
      const stem = stemmer(term)
      const family = this.#termsByStem.get(stem)
      if (family) family.push(term)
      else this.#termsByStem.set(stem, [term])
    }
    if (postings.documents.at(-1) !== document) {
      postings.documents.push(document)
      for (const each of ZONE_NAMES) postings.frequencies[each].push(0)
    }
    const frequencies = postings.frequencies[zone]
    frequencies[frequencies.length - 1] = (frequencies.at(-1) ?? 0) + 1
  }

  postings(term: string): Postings | undefined {
    return this.#postings.get(term)
  }

  /** The terms that share a stem with this word. */
  family(word: string): readonly string[] {
    return this.#termsByStem.get(stemmer(word)) ?? []
  }

  averageLength(zone: Zone): number {
    return this.documentCount === 0 ? 0 : this.#totalLength[zone] / this.documentCount
  }

  /** All terms in code-unit order. */
  vocabulary(): readonly string[] {
    this.#sorted ??= [...this.#postings.keys()].sort()
    return this.#sorted
  }

  /** The terms that begin with a prefix, the most frequent first. */
  withPrefix(prefix: string, limit: number): string[] {
    const terms = this.vocabulary()
    let low = 0
    for (let high = terms.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((terms[middle] as string) < prefix) low = middle + 1
      else high = middle
    }
    const found: string[] = []
    for (let i = low; terms[i]?.startsWith(prefix); i++) found.push(terms[i] as string)
    const frequency = (term: string) => this.#postings.get(term)?.documents.length ?? 0
    return found.sort((a, b) => frequency(b) - frequency(a)).slice(0, limit)
  }
}
