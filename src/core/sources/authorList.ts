import type { AuthorName } from '../papers/authorNames.ts'
import { displayName } from '../papers/displayName.ts'
import { parseJson } from '../text/json.ts'
import { isObject } from '../text/jsonObject.ts'
import { receivedText, saysNothing } from '../text/receivedText.ts'
import { withoutMarkup } from './markup.ts'
import { readPythonLiteral } from './pythonLiteral.ts'

/** Authors as a source lists them. */
export interface AuthorList {
  /** Display names. */
  authors: string[]
  /** The names whose parts the source tells apart. */
  authorNames: AuthorName[]
  /** How many entries of the list hold no name, and how many are not to be shown. */
  nameless: number
  hidden: number
  /** Whether the list says that there are others, whom it does not name. */
  endsInOthers: boolean
}

const SUFFIX = /^(?:jr|sr|i{2,3}|iv|ph\.? ?d|m\.?d|inc|ltd|llc|gmbh|corp|co)\.?$/i
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[ -]?){1,5}$/u
/** The end of a list that is not whole: `, et al.`, ` and others`, ` and 12 others`. */
const OTHERS =
  /(?:(?:^|[,;|&]|\band\b) *(?:\d{1,5} )?(?:others|more|other authors)|(?:^|[ ,;|])(?:(?:and|&) )?(?:et\.? al\.?|\.\.\.|…))$/i
/** Signs at the end of a list in which `OTHERS` is looked for. */
const TAIL = 60

const cleaned = (text: string): string => receivedText(withoutMarkup(text))
const wordsIn = (text: string): number => text.split(' ').length

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
  const suffix = rest.find((part, at) => SUFFIX.test(part) && (at > 0 || rest.length > 1))
  const given = rest.filter(part => part !== suffix && part !== '').join(' ')
  if (given === '') return nameOf({ family: before, ...(suffix !== undefined && { suffix }) })
  return nameOf({ ...familyParts(before), given, ...(suffix !== undefined && { suffix }) })
}

/** Text without what stands in round or square brackets: affiliations. Brackets without a partner stay. */
function withoutBrackets(text: string): string {
  const opened: number[] = []
  const cuts: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '(' || sign === '[') opened.push(at)
    else if (sign === ')' || sign === ']') {
      const from = opened.pop()
      if (from === undefined) continue
      while ((cuts.at(-1)?.[0] ?? -1) > from) cuts.pop()
      cuts.push([from, at + 1])
    }
  }
  let kept = ''
  let from = 0
  for (const [start, end] of cuts) {
    kept += text.slice(from, start)
    from = end
  }
  return kept + text.slice(from)
}

const isFamilyFirst = (text: string): boolean => {
  const parts = text.split(',').map(part => part.trim())
  return parts.length === 2 && parts.every(part => part !== '') && !SUFFIX.test(parts[1] ?? '')
}

/** `Example, A., Sample, B.`: family names and initials in turns. */
function inTurns(parts: readonly string[]): AuthorName[] | undefined {
  const areTurns =
    parts.length > 0 &&
    parts.length % 2 === 0 &&
    parts.every((part, at) => INITIALS.test(part) === (at % 2 === 1))
  if (!areTurns) return undefined
  return parts.flatMap((family, at) => (at % 2 === 0 ? [{ family, given: parts[at + 1] as string }] : []))
}

/** Where a suffix was parted from its name: `Ada Example, Jr., Bo Sample`. */
function withSuffixes(parts: readonly string[]): string[] {
  const names: string[] = []
  for (const part of parts) {
    if (SUFFIX.test(part) && names.length > 0) names.push(`${names.pop()}, ${part}`)
    else names.push(part)
  }
  return names
}

const nonEmpty = (parts: readonly string[]): string[] =>
  parts.map(part => part.trim()).filter(part => part !== '')

const whole = (text: string): string => text
/** An author whose name the site does not show. */
const HIDDEN = Symbol('hidden')
/** The end of a list that names others without their names. */
const AND_OTHERS = Symbol('others')
type Name = string | AuthorName | typeof HIDDEN | typeof AND_OTHERS

/** A text, and what ends it where that is `et al.` or the like. */
function withOthersApart(text: string): (string | typeof AND_OTHERS)[] {
  const from = Math.max(0, text.length - TAIL)
  const found = OTHERS.exec(text.slice(from))
  if (!found) return [text]
  const named = text.slice(0, from + found.index).replace(/(?:[ ,;|&]| and){1,4}$/i, '')
  return named === '' ? [AND_OTHERS] : [named, AND_OTHERS]
}

/** Items of a list of names, without what says that there are others. */
export function withoutOthers(list: readonly string[]): { items: string[]; endsInOthers: boolean } {
  const parts = list.filter(item => !saysNothing(item)).flatMap(withOthersApart)
  return { items: parts.filter(part => typeof part === 'string'), endsInOthers: parts.includes(AND_OTHERS) }
}

/** The names in one text: parted at semicolons, else at “and”, else at commas. Affiliations in brackets are left out. */
function namesIn(text: string): Name[] {
  const [listed = '', ...others] = withOthersApart(cleaned(withoutBrackets(text)))
  return typeof listed === 'string' ? [...namesOf(listed), ...others] : [listed]
}

function namesOf(listed: string): Name[] {
  const read = (name: string): Name => (isFamilyFirst(name) ? (familyFirstName(name) ?? name) : whole(name))
  if (/[;|\u2022]/.test(listed))
    return nonEmpty(listed.split(/[;|\u2022]/).map(part => part.replace(/^ ?(?:and|&) /i, ''))).map(read)
  const byAnd = nonEmpty(listed.split(/,? (?:and|&) /i))
  if (byAnd.length > 1 && byAnd.every(isFamilyFirst)) return byAnd.map(read)
  const parts = byAnd.flatMap(part => nonEmpty(part.split(/[,，、]/)))
  const turns = inTurns(parts)
  if (turns) return turns
  // One name, the family name first: each of several would have two words.
  const [only = ''] = byAnd
  if (byAnd.length === 1 && isFamilyFirst(only) && parts.some(part => wordsIn(part) === 1))
    return [read(only)]
  return withSuffixes(parts)
}

const textAt = (value: Record<string, unknown>, ...keys: string[]): string => {
  for (const key of keys) {
    const text = Object.hasOwn(value, key) ? value[key] : undefined
    if (typeof text === 'string' && text.trim() !== '') return cleaned(text)
  }
  return ''
}

/** An author as an object, by the names that tools and indexes give its parts. */
function nameOfObject(value: Record<string, unknown>): Name | undefined {
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

/** Reference managers make an author of “others”. */
function namesOfObject(value: Record<string, unknown>): (Name | undefined)[] {
  const name = nameOfObject(value)
  const whole = typeof name === 'object' && 'literal' in name ? name.literal : name
  if (typeof whole !== 'string') return [name]
  if (saysNothing(whole)) return []
  return withOthersApart(whole).map(part => (part === whole ? name : part))
}

/** `authors_parsed` of the arXiv's metadata: family name, given names, suffix, affiliations. */
function nameOfRow([family, given, suffix]: readonly unknown[]): AuthorName | undefined {
  const text = (part: unknown): string => (typeof part === 'string' ? part : '')
  // “C. -P.” is how the arXiv parts “C.-P.”.
  const parts = { given: text(given).replace(/\. -/g, '.-'), suffix: text(suffix) }
  return nameOf({ ...familyParts(text(family)), ...parts })
}

/** A list that a table kept as text: `["Ada Example"]`, as JSON or as Python writes it. */
function listIn(text: string): unknown {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined
  const json = parseJson(text)
  const value = json.ok ? json.value : readPythonLiteral(text.trim()).value
  return Array.isArray(value) ? value : undefined
}

function listed(value: unknown): (Name | undefined)[] | undefined {
  if (typeof value === 'string') {
    if (saysNothing(value)) return []
    const list = listIn(value)
    return list === undefined ? namesIn(value) : listed(list)
  }
  if (isObject(value)) return namesOfObject(value)
  if (!Array.isArray(value)) return undefined
  const items = (value as unknown[]).flatMap(item =>
    typeof item === 'string' ? (saysNothing(item) ? [] : withOthersApart(cleaned(item))) : [item],
  )
  const strings = items.filter(item => typeof item === 'string')
  const areFamilyFirst = strings.length > 1 && strings.every(isFamilyFirst)
  return items.flatMap((item): (Name | undefined)[] => {
    if (typeof item === 'string') {
      if (areFamilyFirst) return [familyFirstName(item)]
      return item.includes(',') || item.includes(';') ? namesIn(item) : [item || undefined]
    }
    if (item === AND_OTHERS) return [AND_OTHERS]
    if (Array.isArray(item)) return [nameOfRow(item)]
    return isObject(item) ? namesOfObject(item) : [undefined]
  })
}

/** The authors that a value of a field names: a list of texts, objects or rows, one object, or a text. */
export function authorList(value: unknown): AuthorList | undefined {
  const names = listed(value)
  if (names === undefined) return undefined
  const endsInOthers = names.includes(AND_OTHERS)
  const known = names.filter(name => name !== undefined && typeof name !== 'symbol')
  const hidden = names.filter(name => name === HIDDEN).length
  return {
    authors: known.map(name => (typeof name === 'string' ? name : displayName(name))),
    authorNames: known.filter(name => typeof name !== 'string'),
    nameless: names.filter(name => name === undefined).length,
    hidden,
    endsInOthers,
  }
}
