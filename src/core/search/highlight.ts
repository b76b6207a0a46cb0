import type { Span } from '../query/ast.ts'
import { analyze, areJoined, forEachWord, joinedTerm, termOf } from './analyze.ts'
import { stemOf } from './stem.ts'

/** What was found in the papers shown: stems, and phrases as lists of terms. */
export interface Found {
  stems: ReadonlySet<string>
  phrases: readonly (readonly string[])[]
}

/** The same for a letter in both cases; other characters may share a number, and what is not ASCII has none. */
const initialOf = (code: number): number => (code < 128 ? code & 31 : -1)

/**
 * Marks the parts of texts that match, in order, without overlaps. The texts themselves stay as they are.
 *
 * Made once for a query and used for all texts shown. A stem begins like its word, so nearly all words are passed over
 * at their first letter.
 */
export function marker({ stems, phrases }: Found): (text: string) => Span[] {
  if (stems.size === 0 && phrases.length === 0) return () => []
  // What is not ASCII may be folded into any letter.
  const initials = new Set([-1, ...Array.from(stems, stem => initialOf(stem.charCodeAt(0)))])
  return text => {
    const spans = wordMarks(text, stems, initials)
    return merged(phrases.length > 0 ? [...spans, ...phraseMarks(text, phrases)] : spans)
  }
}

function wordMarks(text: string, stems: ReadonlySet<string>, initials: ReadonlySet<number>): Span[] {
  const spans: Span[] = []
  const mayMatch = (start: number): boolean => initials.has(initialOf(text.charCodeAt(start)))
  const mark = (term: string, start: number, end: number): void => {
    if (stems.has(stemOf(term))) spans.push({ start, end })
  }
  let run = { start: 0, end: -1, words: 0 }
  const endRun = (): void => {
    const { start, end, words } = run
    if (words > 1 && mayMatch(start)) mark(joinedTerm(text.slice(start, end)), start, end)
  }
  forEachWord(text, (start, end) => {
    if (mayMatch(start)) mark(termOf(text.slice(start, end)), start, end)
    const goesOn = areJoined(text, run.end, start)
    if (!goesOn) endRun()
    run = goesOn ? { start: run.start, end, words: run.words + 1 } : { start, end, words: 1 }
  })
  endRun()
  return spans
}

function phraseMarks(text: string, phrases: readonly (readonly string[])[]): Span[] {
  const spans: Span[] = []
  const { words, joined } = analyze(text)
  for (const phrase of phrases) {
    const one = phrase.join('')
    for (const { term, start, end } of joined) if (term === one) spans.push({ start, end })
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((term, offset) => words[at + offset]?.term === term)) {
        spans.push({ start: words[at]?.start ?? 0, end: words[at + phrase.length - 1]?.end ?? 0 })
      }
    }
  }
  return spans
}

function merged(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

export interface Run {
  text: string
  marked: boolean
}

/** Cuts a part of a text, which starts at `start` in it, into marked and unmarked runs. */
export function runsOf(part: string, start: number, marks: readonly Span[]): Run[] {
  const runs: Run[] = []
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
