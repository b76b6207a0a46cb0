import { analyze } from '#core/text/analyze.ts'
import { stemOf } from '#core/text/stem.ts'

/** Keywords as stems, without text in parentheses: `Large language models (LLMs)` → `larg languag model`. */
export function keywordSet(keywords: readonly string[]): Set<string> {
  const stems = (keyword: string): string =>
    analyze(keyword.replace(/\([^)]*\)/g, ' '))
      .words.map(({ term }) => stemOf(term))
      .join(' ')
  return new Set(keywords.map(stems).filter(keyword => keyword !== ''))
}

/** Overlap of the keywords of two papers (Jaccard 1901), 0 to 1; 0 if there are no keywords. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const keyword of a) if (b.has(keyword)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
