import type { CorpusPaper } from '../papers/manifest.ts'
import { analyze, joinedTerm } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'

/** A short form and its long form, both folded, and the number of papers that define it so. */
export interface Acronym {
  /** One term, also where it is written with a hyphen. */
  short: string
  /** Its words. */
  long: string[]
  papers: number
}

const MAX_SHORT = 10

/** A short form in parentheses behind its long form. */
const IN_PARENTHESES = /\(([A-Za-z][A-Za-z0-9-]{1,11})\)/g

const isLetterOrDigit = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)

/**
 * The shortest text at the end of `before` that `short` abbreviates: its characters appear there in order, the first
 * of them at the beginning of a word (Schwartz & Hearst, A simple algorithm for identifying abbreviation definitions in
 * biomedical text, 2003).
 */
function longForm(short: string, before: string): string | undefined {
  let at = before.length
  for (let i = short.length - 1; i >= 0; i--) {
    const sought = short[i]?.toLowerCase() as string
    if (!isLetterOrDigit(sought)) continue
    do at--
    while (
      at >= 0 &&
      (before[at]?.toLowerCase() !== sought ||
        (i === 0 && at > 0 && isLetterOrDigit(before[at - 1] as string)))
    )
    if (at < 0) return undefined
  }
  return before.slice(at)
}

/** The definitions of acronyms that a text gives: folded short forms and the words they stand for. */
export function definitionsIn(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const match of text.matchAll(IN_PARENTHESES)) {
    // A plural: "Large Language Models (LLMs)".
    const short = (match[1] as string).replace(/(?<=[A-Z])s$/, '')
    const isShort = short.length <= MAX_SHORT && /[A-Z].*[A-Z]/.test(short)
    if (!isShort) continue
    const words = Math.min(short.length + 5, short.length * 2)
    const before = text.slice(0, match.index).trimEnd().split(/\s+/).slice(-words).join(' ')
    const long = longForm(short, before)
    const terms = long === undefined ? [] : analyze(long).words.map(({ term }) => term)
    if (terms.length > 1) found.set(joinedTerm(short), terms)
  }
  return found
}

/** Counts the definitions of some papers. */
export function countAcronyms(
  papers: Iterable<CorpusPaper>,
  counts = new Map<string, number>(),
): Map<string, number> {
  for (const { title, abstract = '' } of papers) {
    const definitions = new Map([...definitionsIn(title), ...definitionsIn(abstract)])
    for (const [short, long] of definitions) {
      const key = `${short} ${long.join(' ')}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

const MAX_ACRONYMS = 5_000

/** A definition of a single paper is often its own name for its own method: two must agree in a corpus of any size. */
const SMALL_CORPUS = 500

/**
 * The acronyms of a corpus, at most 5,000, the most frequent first: of each short form the long form that most papers give.
 *
 * @param counts as `countAcronyms` gives them
 */
export function acronymsOf(counts: ReadonlyMap<string, number>, papers: number): Acronym[] {
  const best = new Map<string, Acronym>()
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [short = '', ...long] = key.split(' ')
    if (papers > SMALL_CORPUS && count < 2) continue
    if (count > (best.get(short)?.papers ?? 0)) best.set(short, { short, long, papers: count })
  }
  // Sorting is stable: acronyms of equally many papers stay in the order of the alphabet.
  return [...best.values()].sort((a, b) => b.papers - a.papers).slice(0, MAX_ACRONYMS)
}

/** The other side of an acronym that a word of a query belongs to: all stems of its long form, or the one of its short form. */
export interface AcronymExpansion {
  stems: string[]
  /** Number of words of the query that are this side of the acronym. */
  words: number
  of: Acronym
}

/** The acronyms of a corpus, found by either side. */
export class AcronymTable {
  readonly #byShort: ReadonlyMap<string, Acronym>
  readonly #byFirst = new Map<string, { stems: string[]; acronym: Acronym }[]>()

  constructor(acronyms: readonly Acronym[]) {
    this.#byShort = new Map(acronyms.map(acronym => [acronym.short, acronym]))
    for (const acronym of acronyms) {
      const stems = acronym.long.map(stemOf)
      const first = stems[0] as string
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { stems, acronym }])
    }
  }

  /** The other sides of acronyms, by the position of a word in the query. */
  expansions(terms: readonly string[]): Map<number, AcronymExpansion> {
    const expansions = new Map<number, AcronymExpansion>()
    const stems = terms.map(stemOf)
    for (const [at, term] of terms.entries()) {
      const acronym = this.#byShort.get(term)
      if (acronym) {
        const uncommon = acronym.long.filter(word => !isStopWord(word)).map(stemOf)
        expansions.set(at, { stems: uncommon, words: 1, of: acronym })
      }
      for (const long of this.#byFirst.get(stems[at] as string) ?? []) {
        const { length } = long.stems
        if (long.stems.some((stem, i) => stems[at + i] !== stem)) continue
        for (let i = 0; i < length; i++)
          expansions.set(at + i, { stems: [stemOf(long.acronym.short)], words: length, of: long.acronym })
      }
    }
    return expansions
  }
}
