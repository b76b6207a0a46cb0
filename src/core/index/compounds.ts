import type { CorpusPaper } from '../papers/manifest.ts'
import { analyze } from '../text/analyze.ts'

const MIN_LENGTH = 5
const MIN_PAPERS = 2
const MAX_COMPOUNDS = 3_000

const HYPHEN = /[-\u2010\u2011]/

/** The number of papers by hyphenated run of words, folded: `multi-agent`. Adds to `counts`. */
export function countCompounds(
  papers: Iterable<CorpusPaper>,
  counts = new Map<string, number>(),
): Map<string, number> {
  for (const { title, abstract = '' } of papers) {
    for (const compound of new Set([...compoundsIn(title), ...compoundsIn(abstract)])) {
      counts.set(compound, (counts.get(compound) ?? 0) + 1)
    }
  }
  return counts
}

function compoundsIn(text: string): string[] {
  if (!HYPHEN.test(text)) return []
  const { words, joined } = analyze(text)
  return joined.map(({ start, end }) =>
    words
      .filter(word => word.start >= start && word.end <= end)
      .map(({ term }) => term)
      .join('-'),
  )
}

/**
 * The words that a corpus writes both ways, `multi-agent` and `multiagent`, in the order of their letters; of words that
 * can be split in several ways the most frequent.
 *
 * @param counts number of papers by hyphenated run, as `countCompounds` gives it
 * @param words number of papers by word
 */
export function compoundsOf(
  counts: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, number>,
): string[] {
  const chosen = new Map<string, string>()
  for (const [compound, papers] of [...counts].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))) {
    const whole = compound.replaceAll('-', '')
    if (papers < MIN_PAPERS || whole.length < MIN_LENGTH || !words.has(whole)) continue
    if (!chosen.has(whole)) chosen.set(whole, compound)
  }
  return [...chosen.values()].slice(0, MAX_COMPOUNDS).sort()
}

/** The words that are written both ways, found by how they are written in one. */
export class CompoundTable {
  readonly #parts: ReadonlyMap<string, readonly string[]>

  constructor(compounds: readonly string[]) {
    this.#parts = new Map(compounds.map(compound => [compound.replaceAll('-', ''), compound.split('-')]))
  }

  /** `multi`, `agent` for `multiagent`. */
  partsOf(whole: string): readonly string[] | undefined {
    return this.#parts.get(whole)
  }
}
