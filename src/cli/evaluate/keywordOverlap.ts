import { analyze } from '#core/text/analyze.ts'
import { stemOf } from '#core/text/stem.ts'

/** Keywords in one form: stems, without what stands in parentheses. `Large language models (LLMs)`: `larg languag model`. */
export function keywordSet(keywords: readonly string[]): Set<string> {
  const stems = (keyword: string): string =>
    analyze(keyword.replace(/\([^)]*\)/g, ' '))
      .words.map(({ term }) => stemOf(term))
      .join(' ')
  return new Set(keywords.map(stems).filter(keyword => keyword !== ''))
}

/** The share of the keywords of two papers that both have (Jaccard 1901). Of no keywords it is 0. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const keyword of a) if (b.has(keyword)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
