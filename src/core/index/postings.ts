import type { CorpusPaper } from '../papers/manifest.ts'
import { forEachWord, termOf } from '../text/analyze.ts'
import { NumberList } from '../text/numberWords.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import { ZONE_NAMES, ZONES } from './zones.ts'

const MAX_ABSTRACT = 40
const MAX_OTHER = 3

/** Bits of a posting's frequencies in one number. Title and names have two bits each, as they are capped at three. */
const NAMES_SHIFT = 2
const ABSTRACT_SHIFT = 4

/** A stem and the papers that contain it. */
export interface PostingList {
  stem: string
  /** Numbers of the papers, ascending. */
  documents: Int32Array
  /** Its frequencies in each of them, see `frequenciesOf`. */
  frequencies: Uint16Array
}

/** Frequencies of a stem by zone: at most 40 in the abstract, at most three elsewhere. */
export const frequenciesOf = (packed: number): { title: number; abstract: number; names: number } => ({
  title: packed & MAX_OTHER,
  names: (packed >> NAMES_SHIFT) & MAX_OTHER,
  abstract: packed >> ABSTRACT_SHIFT,
})

const packed = (title: number, abstract: number, names: number): number =>
  Math.min(title, MAX_OTHER) |
  (Math.min(names, MAX_OTHER) << NAMES_SHIFT) |
  (Math.min(abstract, MAX_ABSTRACT) << ABSTRACT_SHIFT)

/** Collects the postings of papers, one after another. Every word is stemmed once. */
class PostingCollector {
  readonly #stems: string[] = []
  readonly #termOf = new Map<string, number>()
  /** By word: twice the number of its stem, and one more for a common word. */
  readonly #words = new Map<string, number>()
  /** Frequency in the current paper, by number of a stem and zone. */
  readonly #counts: number[] = []
  /** The stems of the current paper. */
  readonly #present: number[] = []
  /** Of each posting, in the order of papers. */
  readonly #terms = new NumberList()
  readonly #documents = new NumberList()
  readonly #frequencies = new NumberList()

  #wordNumber(word: string): number {
    let number = this.#words.get(word)
    if (number === undefined) {
      const stem = stemOf(word)
      let term = this.#termOf.get(stem)
      if (term === undefined) {
        term = this.#stems.push(stem) - 1
        this.#termOf.set(stem, term)
        for (const _ of ZONE_NAMES) this.#counts.push(0)
      }
      number = 2 * term + Number(isStopWord(word))
      this.#words.set(word, number)
    }
    return number
  }

  /** Counts the words of a text in a zone of the current paper. Returns the number of words without stop words. */
  count(text: string, zone: number): number {
    const zones = ZONE_NAMES.length
    let length = 0
    forEachWord(text, (start, end, isPlain) => {
      const word = termOf(text.slice(start, end), isPlain)
      if (word === '') return
      const number = this.#wordNumber(word)
      const isCommon = (number & 1) === 1
      if (!isCommon) length++
      // Common words count in titles only: "What's the magic word".
      if (isCommon && ZONE_NAMES[zone] !== 'title') return
      const at = (number >> 1) * zones
      const counts = this.#counts
      if (counts[at] === 0 && counts[at + 1] === 0 && counts[at + 2] === 0) this.#present.push(number >> 1)
      ;(counts[at + zone] as number) += 1
    })
    return length
  }

  /** Ends the current paper. */
  finish(document: number): void {
    const zones = ZONE_NAMES.length
    for (const term of this.#present) {
      const [title = 0, abstract = 0, names = 0] = this.#counts.slice(term * zones, (term + 1) * zones)
      this.#terms.push(term)
      this.#documents.push(document)
      this.#frequencies.push(packed(title, abstract, names))
      this.#counts.fill(0, term * zones, (term + 1) * zones)
    }
    this.#present.length = 0
  }

  /** Sorts the postings by their stems; papers stay in order. */
  lists(): PostingList[] {
    const terms = this.#terms.values
    const ends = new Int32Array(this.#stems.length + 1)
    for (const term of terms) (ends[term + 1] as number) += 1
    for (let term = 0; term < this.#stems.length; term++) (ends[term + 1] as number) += ends[term] as number
    const starts = ends.slice()
    const documents = new Int32Array(terms.length)
    const frequencies = new Uint16Array(terms.length)
    for (let i = 0; i < terms.length; i++) {
      const place = starts[terms[i] as number] as number
      starts[terms[i] as number] = place + 1
      documents[place] = this.#documents.values[i] as number
      frequencies[place] = this.#frequencies.values[i] as number
    }
    return this.#stems.map((stem, term) => ({
      stem,
      documents: documents.subarray(ends[term], ends[term + 1]),
      frequencies: frequencies.subarray(ends[term], ends[term + 1]),
    }))
  }
}

/**
 * The stems of papers with their postings, and how many words each paper has by zone, common ones left out: zone after
 * zone.
 */
export function postingsOf(papers: readonly CorpusPaper[]): { lists: PostingList[]; lengths: Uint16Array } {
  const collector = new PostingCollector()
  const lengths = new Uint16Array(papers.length * ZONE_NAMES.length)
  papers.forEach((paper, document) => {
    ZONE_NAMES.forEach((zone, number) => {
      const texts = ZONES[zone].texts(paper)
      const words = texts.reduce((sum, text) => sum + collector.count(text, number), 0)
      lengths[number * papers.length + document] = Math.min(words, 0xffff)
    })
    collector.finish(document)
  })
  return { lists: collector.lists().filter(({ documents }) => documents.length > 0), lengths }
}
