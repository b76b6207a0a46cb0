import { stemmer } from 'stemmer'

/** Longer words are cut: nobody types them, and a stem's length has its place in the index. */
const MAX_LENGTH = 40

const remembered = new Map<string, string>()
const MAX_REMEMBERED = 200_000

/** The Porter stem of a folded word. Corpora repeat their words, so stems are remembered. */
export function stemOf(word: string): string {
  let stem = remembered.get(word)
  if (stem === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    stem = stemmer(word.slice(0, MAX_LENGTH))
    remembered.set(word, stem)
  }
  return stem
}
