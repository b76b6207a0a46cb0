import { accentOf, contrastAdvice } from '#core/site/accent.ts'
import { isDay } from '#core/text/calendar.ts'
import { collapseSpace } from '#core/text/text.ts'
import { didYouMean } from './nearest.ts'

/** Limits that a command sets to values. */
export interface ValueLimits {
  min?: number
  max?: number
  choices?: readonly string[]
}

/** A kind of value that flags take. */
export interface FlagKind<Value> {
  /** The expected value, for messages about wrong ones: `a day written YYYY-MM-DD`. */
  wants(limits: ValueLimits): string
  /** `undefined` if the text is no value of this kind. */
  parse(text: string, limits: ValueLimits): Value | undefined
  /** A suggestion for a wrong value. */
  advice?(text: string, limits: ValueLimits): string
}

const kind = <Value>(wants: string, parse: FlagKind<Value>['parse']): FlagKind<Value> => ({
  wants: () => wants,
  parse,
})

/** A flag that is given or not, and takes no value. */
export const SWITCH: FlagKind<boolean> = kind('no value', () => true)

export const words = (what: string): FlagKind<string> => kind(what, text => text.trim() || undefined)

export const path = (to: string): FlagKind<string> => kind(`the path of ${to}`, text => text || undefined)

/** A single value; the uses of the flag add up. */
export const list = (what: string): FlagKind<string[]> =>
  kind(what, text => (text === '' ? undefined : [text]))

const rangeOf = ({ min = 1, max }: ValueLimits): string =>
  max === undefined ? `from ${min} on` : `from ${min} to ${max}`

export const count: FlagKind<number> = {
  wants: limits => `a whole number ${rangeOf(limits)}`,
  parse(text, { min = 1, max = 999_999_999 }) {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max ? value : undefined
  },
}

/** Up to 9,999 seconds, in ms. */
export const seconds: FlagKind<number> = kind('a number of seconds above 0', text => {
  const value = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0
  return value > 0 ? value * 1000 : undefined
})

export const day: FlagKind<string> = kind('a day written YYYY-MM-DD', text =>
  isDay(text) ? text : undefined,
)

export const period: FlagKind<string> = kind('a day, month or year like 2025-11-15', text =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : undefined,
)

const choicesOf = ({ choices = [] }: ValueLimits): string => choices.join(', ')

export const choice: FlagKind<string> = {
  wants: limits => `one of ${choicesOf(limits)}`,
  parse: (text, { choices = [] }) => (choices.includes(text) ? text : undefined),
  advice: (text, { choices = [] }) => didYouMean(text, choices),
}

const namesIn = (text: string): string[] => text.split(',').map(name => name.trim())

/** Names between commas. */
export const choices: FlagKind<string[]> = {
  wants: limits => `some of ${choicesOf(limits)}, between commas`,
  parse: (text, { choices = [] }) =>
    namesIn(text).every(name => choices.includes(name)) ? namesIn(text) : undefined,
  advice(text, { choices = [] }) {
    const unknown = namesIn(text).find(name => !choices.includes(name)) ?? ''
    return didYouMean(unknown, choices)
  },
}

/** The base address of an API. */
export const apiAddress: FlagKind<string> = kind('an address like https://example.org', text => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && url.username + url.password + url.search + url.hash === ''
  return isPlain && /^https?:$/.test(url.protocol) ? url.href : undefined
})

const BASE_PATH = /^\/(?:[\w.~-]+\/)*$/

/** A path with slashes at both ends. */
export const basePath: FlagKind<string> = kind('a path such as /papers/', text =>
  BASE_PATH.test(text) ? text : undefined,
)

/** The address of a published site, with a slash at its end. */
export const siteAddress: FlagKind<string> = kind('an address such as https://example.org/papers/', text => {
  const site = URL.canParse(text) ? new URL(text) : undefined
  if (!site || !/^https?:$/.test(site.protocol) || site.search + site.hash + site.username !== '')
    return undefined
  if (!site.pathname.endsWith('/')) site.pathname += '/'
  return BASE_PATH.test(site.pathname) ? site.href : undefined
})

const MAX_SITE_NAME = 60

export const siteName: FlagKind<string> = kind(`a name of 1 to ${MAX_SITE_NAME} characters`, text => {
  const name = collapseSpace(text)
  return name !== '' && name.length <= MAX_SITE_NAME && !/\p{C}/u.test(name) ? name : undefined
})

/** A colour of links that can be read on paper, as CSS for both colour schemes. */
export const accentColor: FlagKind<string> = {
  wants: () => 'a dark colour such as #7a2e1d',
  parse: accentOf,
  advice: contrastAdvice,
}
