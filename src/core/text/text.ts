import { DEVICE_NAME } from './fileNames.ts'

/** Compatibility-decomposed, without accents and other marks, lower case: how text is compared everywhere. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** The words of a text folded, with a space before each and nothing else between them: ` kv cache`. */
export const spacedWords = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`

/**
 * The key by which two titles are the same: letters and digits only, case and accents folded. A title that has
 * neither is compared by its signs, so that two such titles are not taken for one.
 */
export const normalizedTitle = (title: string): string =>
  fold(title).replace(/[^\p{L}\p{N}]+/gu, '') || title.replace(/\s+/g, '')

/** FNV-1a over UTF-16 code units, 32 bit, as base-36 text: short, stable across machines, not for security. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}

const SLUG_LIMIT = 80

/**
 * A title as a part of a URL: ASCII letters and digits joined by hyphens, cut at a word under 80 characters.
 * A title without any such letter is named by its hash; one that is the name of a device gets a word before it.
 */
export function slug(title: string): string {
  const words = fold(title)
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  let result = words.shift()?.slice(0, SLUG_LIMIT - 1) ?? `paper-${shortHash(normalizedTitle(title))}`
  for (const word of words) {
    if (result.length + 1 + word.length >= SLUG_LIMIT) break
    result += `-${word}`
  }
  return DEVICE_NAME.test(result) ? `paper-${result}` : result
}

/** Runs of white space, line breaks included, become one space. */
export const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * A text without what no page of HTML may hold: control characters other than tab and line breaks, halves of surrogate
 * pairs, code points that are no characters. Each becomes U+FFFD, as browsers show it.
 */
export const printable = (text: string): string =>
  text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\uFFFD')

/** Any text as a part of an address; half a surrogate pair, which addresses cannot have, becomes U+FFFD. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))

/** Letters that run from right to left: Hebrew, Arabic, Syriac, N’Ko, Adlam and others of their blocks. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A text for a line of plain text that holds others beside it: one that runs from right to left stands between the marks
 * FSI and PDI (Unicode Standard Annex 9), so that it does not turn the order of its neighbours. HTML has `<bdi>` for that.
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)

/** Longer texts are no titles and abstracts: what they mean by their marks is not looked for, it would take its time. */
export const LONGEST_READ = 50_000
