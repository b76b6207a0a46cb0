import { stemOf } from '../text/stem.ts'
import type { TermDictionary } from './corpusIndex.ts'

const MIN_PART = 2
/** Longest word that is split, in UTF-16 code units. */
const MAX_LENGTH = 32

/**
 * Decompounding: the pairs of words of the corpus that a word consists of, so that `kvcache` finds `KV-cache` and
 * `KV cache`.
 */
export function splitCompound(term: string, index: Pick<TermDictionary, 'frequency'>): [string, string][] {
  const found: [string, string][] = []
  if (term.length > MAX_LENGTH) return found
  for (let at = MIN_PART; at <= term.length - MIN_PART; at++) {
    const [first, second] = [term.slice(0, at), term.slice(at)]
    if (index.frequency(stemOf(first)) > 0 && index.frequency(stemOf(second)) > 0) found.push([first, second])
  }
  return found
}
