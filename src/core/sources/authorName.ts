import type { AuthorName } from '../papers/authorNames.ts'
import { isObject, type JsonObject } from '../text/jsonObject.ts'
import { receivedText } from '../text/receivedText.ts'
import { withoutMarkup } from './markup.ts'

const SUFFIX = /^(?:jr|sr|i{2,3}|iv|ph\.? ?d|m\.?d|inc|ltd|llc|gmbh|corp|co)\.?$/i

/** Whether a part of a name stands behind it: `Jr.`, `III`, `Inc.` */
export const isSuffix = (part: string): boolean => SUFFIX.test(part)

/** A received text without markup. */
export const cleaned = (text: string): string => receivedText(withoutMarkup(text))

/** A name in parts, the empty ones left out; undefined without a family name. */
export function nameOf(parts: {
  family: string
  given?: string
  particle?: string
  suffix?: string
}): AuthorName | undefined {
  const {
    family = '',
    given = '',
    particle = '',
    suffix = '',
  } = Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, cleaned(text ?? '')])) as Record<
    string,
    string
  >
  // A family name alone is a name that stays whole: an organisation's, or one of a single word.
  if (family + given === '') return undefined
  if (family === '' || given + particle + suffix === '') return { literal: family || given }
  return { family, ...(given && { given }), ...(particle && { particle }), ...(suffix && { suffix }) }
}

/** A family name and the words in small letters before it. */
export function familyParts(text: string): { family: string; particle: string } {
  const words = cleaned(text).split(' ')
  const first = words.findIndex(word => !/^\p{Ll}/u.test(word))
  const from = first === -1 ? 0 : first
  return { family: words.slice(from).join(' '), particle: words.slice(0, from).join(' ') }
}

/** `van der Example, Ada` or `Example, Ada, Jr.`: the family name first. */
export function familyFirstName(text: string): AuthorName | undefined {
  const [before = '', ...rest] = text.split(',').map(part => part.trim())
  const suffix = rest.find((part, at) => isSuffix(part) && (at > 0 || rest.length > 1))
  const given = rest.filter(part => part !== suffix && part !== '').join(' ')
  if (given === '') return nameOf({ family: before, ...(suffix !== undefined && { suffix }) })
  return nameOf({ ...familyParts(before), given, ...(suffix !== undefined && { suffix }) })
}

/** Whether a text is one name with the family name first. */
export const isFamilyFirst = (text: string): boolean => {
  const parts = text.split(',').map(part => part.trim())
  return parts.length === 2 && parts.every(part => part !== '') && !isSuffix(parts[1] ?? '')
}

/** An author whose name the site does not show. */
export const HIDDEN = Symbol('hidden')

const textAt = (value: JsonObject, ...keys: string[]): string => {
  for (const key of keys) {
    const text = Object.hasOwn(value, key) ? value[key] : undefined
    if (typeof text === 'string' && text.trim() !== '') return cleaned(text)
  }
  return ''
}

/** An author as an object, by the names that tools and indexes give its parts. */
export function nameOfObject(value: JsonObject): string | AuthorName | typeof HIDDEN | undefined {
  if (Object.hasOwn(value, 'hidden') && value.hidden === true) return HIDDEN
  const literal = textAt(value, 'literal')
  if (literal !== '') return { literal }
  const family = textAt(
    value,
    'family',
    'last',
    'lastName',
    'last_name',
    'lastname',
    'family_name',
    'familyName',
    'surname',
  )
  if (family !== '') {
    return nameOf({
      family,
      given: [
        textAt(
          value,
          'given',
          'first',
          'firstName',
          'first_name',
          'firstname',
          'given_name',
          'givenName',
          'forenames',
        ),
        textAt(value, 'middle', 'middleName', 'middle_name'),
      ].join(' '),
      particle: [
        textAt(value, 'dropping-particle'),
        textAt(value, 'non-dropping-particle', 'particle', 'prefix'),
      ].join(' '),
      suffix: textAt(value, 'suffix'),
    })
  }
  const name = textAt(
    value,
    'name',
    'fullname',
    'full_name',
    'fullName',
    'display_name',
    'displayName',
    'text',
    'given',
  )
  if (name !== '') return isFamilyFirst(name) ? familyFirstName(name) : name
  // OpenAlex and others: { author: { display_name }, raw_author_name }.
  const inner = Object.hasOwn(value, 'author') ? value.author : undefined
  return (
    (isObject(inner) ? nameOfObject(inner) : undefined) ??
    (textAt(value, 'raw_author_name', 'username') || undefined)
  )
}

/** `authors_parsed` of the arXiv's metadata: family name, given names, suffix, affiliations. */
export function nameOfRow([family, given, suffix]: readonly unknown[]): AuthorName | undefined {
  const text = (part: unknown): string => (typeof part === 'string' ? part : '')
  // “C. -P.” is how the arXiv parts “C.-P.”.
  const parts = { given: text(given).replace(/\. -/g, '.-'), suffix: text(suffix) }
  return nameOf({ ...familyParts(text(family)), ...parts })
}
