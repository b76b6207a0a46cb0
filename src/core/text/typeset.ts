/**
 * Quotation marks, apostrophes and dashes as in print. Each character is replaced by one, so that places in the text stay
 * what they are. Where it is not certain what a mark means it stays as it came; so do addresses, maths and code.
 */

import { DOLLARS } from './mathsDelimiters.ts'
import { LONGEST_READ } from './text.ts'
import { ADDRESS_IN_TEXT } from './textParts.ts'

const UNTOUCHED = new RegExp(
  `${ADDRESS_IN_TEXT.source}|${DOLLARS}|\\\\[([].{1,2000}?\\\\[)\\]]|\`[^\`]{1,200}\``,
  'gs',
)
/** Text between two prices is words. */
const PRICE = /^\$\d[\d.,]*\p{L}?\s+\p{L}{2}/u
/** Replaces text that is not touched. */
const STAND_IN = '\uE000'

/** Each rule: what is recognised, and what it becomes. Quotations beside signs of code, as in `f("x")`, are none. */
const RULES: readonly [RegExp, string][] = [
  [
    /(?<![\p{L}\p{N}_=\\[{"]|\w\(|= )"(?=[^\s"])([^"]{1,400})(?<=\S)"(?![\p{L}\p{N}_\]}="]|:\s?["\d[{])/gu,
    '“$1”',
  ],
  // Omitted letters: '90s, 'em.
  [/(?<![\p{L}\p{N}'])'(?=\d\ds?(?![\p{L}\p{N}\-'%.])|(?:em|til|tis|twas)(?!\p{L}))/gu, '’'],
  [
    /(?<![\p{L}\p{N}_=\\[{'‘]|\w\(|= )'(?=[^\s'])((?:[^']|(?<=\p{L})'(?=\p{L})){1,200})(?<=\S)'(?![\p{L}\p{N}_\]}=']|:\s?['\d[{])/gu,
    '‘$1’',
  ],
  [/(?<=[\p{L}\p{N})\uE000])'(?=\p{L})|(?<=\p{L}[sxz])'(?=[\s)]|$)/giu, '’'],
  // Feet and inches.
  [/(?<=\d)'(?=\d)/g, '′'],
  [/(?<=(?:^|[\s(×′])\d{1,3}(?:\.\d{1,3})?)"(?=[\s).,;×-]|$)/g, '″'],
  [/(?<=\p{L}{2}[.)’”]? )-(?= (?:\p{L}{2}|[aI] ))/gu, '–'],
]

/** A title or an abstract as it is set. */
export function typeset(text: string): string {
  if (text.length > LONGEST_READ || !/["']| - /.test(text)) return text
  const masked = text.replace(UNTOUCHED, whole => (PRICE.test(whole) ? whole : STAND_IN.repeat(whole.length)))
  return RULES.reduce((set, [pattern, becomes]) => set.replace(pattern, becomes), masked).replace(
    /\uE000+/g,
    (mask, at: number) => text.slice(at, at + mask.length),
  )
}
