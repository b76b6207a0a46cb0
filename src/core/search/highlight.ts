import type { Span } from '../query/ast.ts'
import { analyze, areJoined, forEachWord, joinedTerm, termOf } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'

/** Stems to mark in the papers shown, and phrases as lists of terms. */
export interface Highlights {
  stems: ReadonlySet<string>
  phrases: readonly (readonly string[])[]
}

/**
 * A filter of words by their first two letters, five bits each.
 *
 * A stem of three letters or more begins with the first two letters of its word, a shorter one with the first. So nearly
 * all words are skipped without a substring. Characters may share bits; others than ASCII may be folded
 * into anything, and an apostrophe or hyphen hides the second letter.
 */
class Beginnings {
  readonly #table = new Uint8Array(1024)

  constructor(stems: Iterable<string>) {
    for (const stem of stems) {
      const first = (stem.charCodeAt(0) & 31) << 5
      const second = stem.charCodeAt(1)
      if (stem.length < 3) this.#table.fill(1, first, first + 32)
      else {
        this.#table[first] = 1
        this.#table[first | (second & 31)] = 1
      }
    }
  }

  mayMatch(text: string, start: number): boolean {
    const first = text.charCodeAt(start)
    if (first > 127) return true
    const second = text.charCodeAt(start + 1)
    if (second > 127) return true
    return this.#table[((first & 31) << 5) | (second > 47 ? second & 31 : 0)] === 1
  }
}

/**
 * Marks the parts of texts that match, in order, without overlaps. The texts themselves stay as they are. Made once for
 * a query and used for all texts shown.
 */
export class Marker {
  readonly #stems: ReadonlySet<string>
  readonly #phrases: readonly (readonly string[])[]
  readonly #beginnings: Beginnings
  #text = ''
  #spans: Span[] = []
  /** The current hyphenated run. */
  #run = { start: 0, end: 0, words: 0 }

  constructor({ stems, phrases }: Highlights) {
    this.#stems = stems
    this.#phrases = phrases
    this.#beginnings = new Beginnings(stems)
  }

  /** @param further phrases that are marked in this text only */
  marks(text: string, further: Highlights['phrases'] = []): Span[] {
    const phrases = [...this.#phrases, ...further]
    // Most lists have no query to mark.
    if (this.#stems.size === 0 && phrases.length === 0) return []
    this.#text = text
    this.#spans = []
    this.#run.words = 0
    if (this.#stems.size > 0) {
      forEachWord(text, this.#readWord)
      this.#endRun()
    }
    if (phrases.length > 0) this.#spans.push(...phraseMarks(text, phrases))
    return merged(this.#spans)
  }

  readonly #readWord = (start: number, end: number, isPlain: boolean): void => {
    const run = this.#run
    if (this.#beginnings.mayMatch(this.#text, start)) {
      this.#mark(termOf(this.#text.slice(start, end), isPlain), start, end)
    }
    if (run.words > 0 && areJoined(this.#text, run.end, start)) run.words++
    else {
      this.#endRun()
      run.start = start
      run.words = 1
    }
    run.end = end
  }

  #endRun(): void {
    const { start, end, words } = this.#run
    if (words > 1 && this.#beginnings.mayMatch(this.#text, start)) {
      this.#mark(joinedTerm(this.#text.slice(start, end)), start, end)
    }
  }

  #mark(term: string, start: number, end: number): void {
    if (this.#stems.has(stemOf(term))) this.#spans.push({ start, end })
  }
}

function phraseMarks(text: string, phrases: Highlights['phrases']): Span[] {
  const spans: Span[] = []
  const { words, joined } = analyze(text)
  const ones = new Set(phrases.map(phrase => phrase.join('')))
  const firsts = new Set(phrases.map(([first]) => first))
  for (const { term, start, end } of joined) if (ones.has(term)) spans.push({ start, end })
  for (const [at, { term, start }] of words.entries()) {
    if (!firsts.has(term)) continue
    for (const phrase of phrases) {
      if (phrase.every((other, offset) => words[at + offset]?.term === other))
        spans.push({ start, end: words[at + phrase.length - 1]?.end ?? 0 })
    }
  }
  return spans
}

function merged(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

export interface MarkedRun {
  text: string
  marked: boolean
}

/** Cuts a part of a text, which starts at `start` in it, into marked and unmarked runs. */
export function runsOf(part: string, start: number, marks: readonly Span[]): MarkedRun[] {
  const runs: MarkedRun[] = []
  let at = 0
  for (const mark of marks) {
    const [from, to] = [Math.max(mark.start - start, at), Math.min(mark.end - start, part.length)]
    if (from >= to) continue
    if (from > at) runs.push({ text: part.slice(at, from), marked: false })
    runs.push({ text: part.slice(from, to), marked: true })
    at = to
  }
  if (at < part.length) runs.push({ text: part.slice(at), marked: false })
  return runs
}
