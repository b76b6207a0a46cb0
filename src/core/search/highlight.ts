import type { Span } from '../query/ast.ts'
import { analyze } from './analyze.ts'
import { stemOf } from './stem.ts'

/** What was found in the papers shown: stems, and phrases as lists of terms. */
export interface Found {
  stems: ReadonlySet<string>
  phrases: readonly (readonly string[])[]
}

/** The parts of a text that matched, in order, without overlaps. The text itself stays as it is. */
export function marksOf(text: string, { stems, phrases }: Found): Span[] {
  if (stems.size === 0 && phrases.length === 0) return []
  const { words, joined } = analyze(text)
  const spans: Span[] = words.filter(({ term }) => stems.has(stemOf(term)))
  for (const { term, start, end } of joined) if (stems.has(stemOf(term))) spans.push({ start, end })
  for (const phrase of phrases) {
    const one = phrase.join('')
    for (const { term, start, end } of joined) if (term === one) spans.push({ start, end })
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((term, offset) => words[at + offset]?.term === term)) {
        spans.push({ start: words[at]?.start ?? 0, end: words[at + phrase.length - 1]?.end ?? 0 })
      }
    }
  }
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
