/** Words are compared in 32-bit numbers, one bit a letter. */
export const MAX_LENGTH = 32

/**
 * Prepares a word of one to `MAX_LENGTH` UTF-16 code units for being compared with many: gives the number of edits
 * between it and another. An edit puts in, leaves out or replaces a letter, or lets two neighbours change places, each
 * letter being edited once (Damerau–Levenshtein distance, optimal alignment).
 *
 * A column of the table of distances is kept in two numbers, and a letter of the other word takes a dozen operations
 * (Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003; after Myers 1999).
 */
export function editsFrom(word: string): (other: string) => number {
  const last = 1 << (word.length - 1)
  /** By letter, the places where the word has it. */
  const ascii = new Int32Array(128)
  const beyond = new Map<number, number>()
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 128) (ascii[code] as number) |= 1 << i
    else beyond.set(code, (beyond.get(code) ?? 0) | (1 << i))
  }
  return other => {
    let edits = word.length
    // Where the distance grows or falls by one from a letter of the word to the next.
    let grows = -1
    let falls = 0
    let diagonal = 0
    let before = 0
    for (let i = 0; i < other.length; i++) {
      const code = other.charCodeAt(i)
      const same = code < 128 ? (ascii[code] as number) : (beyond.get(code) ?? 0)
      const swapped = ((~diagonal & same) << 1) & before
      diagonal = (((same & grows) + grows) ^ grows) | same | falls | swapped
      const up = falls | ~(diagonal | grows)
      const down = diagonal & grows
      if (up & last) edits++
      else if (down & last) edits--
      const upBefore = (up << 1) | 1
      grows = (down << 1) | ~(diagonal | upBefore)
      falls = upBefore & diagonal
      before = same
    }
    return edits
  }
}
