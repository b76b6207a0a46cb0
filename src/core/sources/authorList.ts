import type { AuthorName } from '../papers/authorNames.ts'
import { displayName } from '../papers/displayName.ts'
import { parseJson } from '../text/json.ts'
import { isObject, type JsonObject } from '../text/jsonObject.ts'
import { saysNothing } from '../text/receivedText.ts'
import {
  cleaned,
  familyFirstName,
  HIDDEN,
  isFamilyFirst,
  isSuffix,
  nameOfObject,
  nameOfRow,
} from './authorName.ts'
import { AND_OTHERS, withOthersApart } from './otherAuthors.ts'
import { readPythonLiteral } from './pythonLiteral.ts'

type Name = string | AuthorName | typeof HIDDEN | typeof AND_OTHERS

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

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[ -]?){1,5}$/u
const wordsIn = (text: string): number => text.split(' ').length

/** Text without affiliations in round or square brackets. Brackets without a partner stay. */
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
    if (isSuffix(part) && names.length > 0) names.push(`${names.pop()}, ${part}`)
    else names.push(part)
  }
  return names
}

const nonEmpty = (parts: readonly string[]): string[] =>
  parts.map(part => part.trim()).filter(part => part !== '')

/** The names in one text: parted at semicolons, else at “and”, else at commas. Affiliations in brackets are left out. */
function namesIn(text: string): Name[] {
  const [listed = '', ...others] = withOthersApart(cleaned(withoutBrackets(text)))
  return typeof listed === 'string' ? [...namesOf(listed), ...others] : [listed]
}

function namesOf(listed: string): Name[] {
  const read = (name: string): Name => (isFamilyFirst(name) ? (familyFirstName(name) ?? name) : name)
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

/** Reference managers make an author of “others”. */
function namesOfObject(value: JsonObject): (Name | undefined)[] {
  const name = nameOfObject(value)
  const whole = typeof name === 'object' && 'literal' in name ? name.literal : name
  if (typeof whole !== 'string') return [name]
  if (saysNothing(whole)) return []
  return withOthersApart(whole).map(part => (part === whole ? name : part))
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
