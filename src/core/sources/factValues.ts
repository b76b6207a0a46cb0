import { type PaperRecord, WebUrl } from '../papers/paper.ts'
import { isObject, ownValue } from '../text/jsonObject.ts'
import { excerpt, receivedText } from '../text/receivedText.ts'
import { withoutMarkup } from './markup.ts'
import { kindNamed, type PaperKind } from './paperKinds.ts'
import { closestDate, closestDateOf, dayOfMs } from './writtenDates.ts'

/** Why a value is left out. */
export class Misfit {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** The correct part of a value, and the reason why the rest is left out. */
export class Partly<T> {
  readonly value: T
  readonly message: string
  constructor(value: T, message: string) {
    this.value = value
    this.message = message
  }
}

/** Reads a value of a field, whatever it is: `undefined` where it says nothing, a `Misfit` where it is wrong. */
export type ValueReader<T> = (value: unknown, field: string) => T | undefined | Misfit | Partly<T>

export const textValue: ValueReader<string> = value => {
  // Crossref puts titles into lists.
  const [text] = Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value : [value]
  if (typeof text !== 'string') return new Misfit('not of type string')
  return receivedText(withoutMarkup(text)) || undefined
}

/** A summary, which some put into an object: `{ model, text }`. */
export const summaryValue: ValueReader<string> = (value, field) =>
  textValue(isObject(value) ? ownValue(value, 'text') : value, field)

const Year = (year: number): boolean => Number.isInteger(year) && year >= 1800 && year <= 2200
/** 2001-09-09 in ms, the first time that is written with as many digits as those of today. */
const FIRST_MS = 1_000_000_000_000

type FoundDate = ReturnType<typeof closestDate>

function dateOfNumber(value: number): string | undefined {
  if (Year(value)) return String(value)
  if (value >= FIRST_MS) return dayOfMs(value)
  return value >= FIRST_MS / 1000 && value < 10_000_000_000 ? dayOfMs(value * 1000) : undefined
}

/** CSL-JSON: `{ "date-parts": [[2025, 10, 1]] }`, numbers or texts, or a text in `raw` or `literal`. */
function dateOfObject(value: Record<string, unknown>): FoundDate | undefined {
  const parts = ownValue(value, 'date-parts')
  const [first] = Array.isArray(parts) ? parts : []
  if (Array.isArray(first) && first.length > 0) {
    const [year, month, day] = first.map(part => (part === null || part === '' ? undefined : Number(part)))
    return year === undefined ? undefined : closestDate(year, month, month === undefined ? undefined : day)
  }
  const text = ownValue(value, 'raw') ?? ownValue(value, 'literal') ?? ownValue(value, 'year')
  return typeof text === 'string' || typeof text === 'number' ? closestDateOf(String(text)) : undefined
}

const NO_DATE = 'not a date such as 2025, 2025-12 or 2025-12-11'

/** A date as precise as it is written: a text, a year, a time in seconds or ms, or an object of CSL-JSON. */
export const dateValue: ValueReader<string> = value => {
  if (isObject(value) && Object.keys(value).length === 0) return undefined
  if (typeof value === 'number') return dateOfNumber(value) ?? new Misfit(NO_DATE)
  const found =
    typeof value === 'string' ? closestDateOf(value) : isObject(value) ? dateOfObject(value) : undefined
  if (found?.date === undefined) return new Misfit(NO_DATE)
  if (found.isWhole) return found.date
  const parts = isObject(value) ? JSON.stringify(Object.values(value)).match(/\w+/g) : undefined
  const written = parts?.slice(0, 3).join('-') ?? String(value)
  return new Partly(found.date, `part of the date: there is no “${excerpt(written, 40)}”`)
}

export const dayValue: ValueReader<string> = (value, field) => {
  const date = dateValue(value, field)
  const isLess = date instanceof Partly || (typeof date === 'string' && date.length < 10)
  return isLess ? new Misfit('not a day written yyyy-mm-dd') : date
}

/** A count as a number or as a text of digits. */
export const countValue: ValueReader<number> = value => {
  const count = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value
  if (typeof count !== 'number') return new Misfit('not of type number')
  if (!Number.isSafeInteger(count) || count < 0)
    return new Misfit('not a count: negative, broken or too large')
  return count + 0
}

/** `comments` are a number on one site, and words of the authors on another. */
export const commentsValue: ValueReader<number> = (value, field) =>
  field === 'comments' && typeof value === 'string' && !/^\s*\d+\s*$/.test(value)
    ? undefined
    : countValue(value, field)

/** The first name of a list of kinds that is known. */
export const kindValue: ValueReader<PaperKind> = value => {
  const names = (Array.isArray(value) ? value : [value]).filter(name => typeof name === 'string')
  return names.map(kindNamed).find(kind => kind !== undefined)
}

export const versionValue: ValueReader<number> = value => {
  const number = /^v?(\d{1,3})$/i.exec(String(value))?.[1]
  return number === undefined || number === '0' ? undefined : Number(number)
}

/** Browsers, too, read addresses without the line breaks in them. */
export const urlValue: ValueReader<string> = value => {
  if (typeof value !== 'string') return new Misfit('not of type string')
  const url = value.replace(/[\t\r\n]\s*/g, '').trim()
  if (url === '') return undefined
  return WebUrl.safeParse(url).success ? url : new Misfit('not an http or https address')
}

/** The organisation by its name, or as the daily papers write it: `name` is its slug. */
export const organizationValue: ValueReader<NonNullable<PaperRecord['organization']>> = value => {
  if (typeof value === 'string') {
    const name = receivedText(value)
    return name === '' ? undefined : { name }
  }
  if (!isObject(value)) return new Misfit('neither a name nor an object')
  const [slug, fullname] = [ownValue(value, 'name'), ownValue(value, 'fullname')].map(part =>
    typeof part === 'string' ? receivedText(part) : '',
  )
  return slug ? { slug, name: fullname || slug } : new Misfit('has no name')
}

/** Words of a list, or of a text that parts them: keywords, categories. */
export const wordsValue: ValueReader<string[]> = value => {
  if (typeof value === 'string') return [receivedText(withoutMarkup(value))].filter(text => text !== '')
  if (!Array.isArray(value)) return new Misfit('neither a list nor a text')
  const words = value.map(item => {
    const named = isObject(item)
      ? (ownValue(item, 'display_name') ??
        ownValue(item, 'name') ??
        ownValue(item, 'category') ??
        ownValue(item, 'keyword'))
      : item
    return typeof named === 'string' ? receivedText(withoutMarkup(named)) : undefined
  })
  const bad = words.filter(word => word === undefined).length
  return bad > 0 && bad === words.length
    ? new Misfit('no texts in this list')
    : (words.filter(word => word !== undefined && word !== '') as string[])
}

/** Ids and addresses of a value: texts, numbers, or lists of texts. */
export function identifierTexts(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string')
  return typeof value === 'string' || typeof value === 'number' ? [value] : []
}
