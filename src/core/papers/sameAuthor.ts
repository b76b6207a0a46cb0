import { fold } from '../text/text.ts'

/** Letters that stay whole in Unicode's decomposition, as people write them without marks. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/
/** Initials without stops between them, as PubMed writes them: `Sample JA`. */
const GLUED_INITIALS = /^\p{Lu}{2,3}$/u

/** The parts of a name, folded; particles, given and family names alike. */
export type NameParts = readonly string[]

function partsOfWord(word: string, glued: boolean): string[] {
  if (glued && GLUED_INITIALS.test(word)) return [...fold(word)]
  const folded = fold(word).replace(/[øłßæœđðþı]/g, letter => PLAIN_LETTERS[letter] ?? letter)
  // `ue` is how German, Danish and others write ü where they have no such key.
  return [folded.length > 3 ? folded.replace(/([aou])e/g, '$1') : folded]
}

/** A name as what can be compared: `Example, Ada B.` and `Ada B Example` have the same parts. */
export function nameParts(name: string): NameParts {
  const words = name.replace(/['’ʼ]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const glued = words.some(word => /\p{Ll}/u.test(word))
  const parts = words.flatMap(word => partsOfWord(word, glued))
  const bare = parts.filter(part => !SUFFIX.test(part))
  return (bare.length === 0 ? parts : bare).sort()
}

const isInitial = (part: string): boolean => /^[a-z]$/.test(part)

/** The parts of a name that are no initials, each once. */
export const wholeParts = (name: NameParts): Set<string> => new Set(name.filter(part => !isInitial(part)))

/** The names of a list that can be compared: one of initials or signs alone says nothing. */
export const namesOf = (authors: readonly string[]): NameParts[] =>
  authors.map(nameParts).filter(name => wholeParts(name).size > 0)

/**
 * Whether two names can be one person's: every part of the shorter name is in the longer, an initial for a whole name in
 * either, and at least one whole name in both. Order does not matter, and what only one has (a second given name, a
 * particle) is passed over.
 */
export function canBeOneName(a: NameParts, b: NameParts): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...longer]
  const open: string[] = []
  let whole = 0
  for (const part of shorter) {
    const at = left.indexOf(part)
    if (at === -1) open.push(part)
    else {
      left.splice(at, 1)
      if (!isInitial(part)) whole++
    }
  }
  return (
    whole > 0 &&
    open.every(part => {
      const at = left.findIndex(other =>
        isInitial(part) ? other.startsWith(part) : isInitial(other) && part.startsWith(other),
      )
      if (at !== -1) left.splice(at, 1)
      return at !== -1
    })
  )
}

/** Lists of names by their whole parts: who could be whom is found without comparing all with all. */
function byPart(names: readonly NameParts[]): Map<string, NameParts[]> {
  const found = new Map<string, NameParts[]>()
  for (const name of names) {
    for (const part of wholeParts(name)) {
      const others = found.get(part)
      if (others) others.push(name)
      else found.set(part, [name])
    }
  }
  return found
}

/** Whether a name of one list can be a name of the other. */
export function shareAuthor(a: readonly NameParts[], b: readonly NameParts[]): boolean {
  const others = byPart(b)
  return a.some(name => name.some(part => others.get(part)?.some(other => canBeOneName(name, other))))
}

/** Whether two lists have as many names, and each name of one can be a name of the other. */
export function sameAuthors(a: readonly NameParts[], b: readonly NameParts[]): boolean {
  if (a.length !== b.length) return false
  const isIn = (names: readonly NameParts[], list: readonly NameParts[]): boolean => {
    const others = byPart(list)
    return names.every(name => name.some(part => others.get(part)?.some(other => canBeOneName(name, other))))
  }
  return isIn(a, b) && isIn(b, a)
}
