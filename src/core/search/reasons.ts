import type { Zone } from '../index/zones.ts'
import type { NameOf } from '../query/describe.ts'
import { isolated } from '../text/text.ts'

/** How a word of a paper came to stand for a word of the query, the closest first. */
export const MATCH_KINDS = ['exact', 'stem', 'prefix', 'fuzzy'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

/** Words found in a paper, as they are written there, and the parts of the paper that contain them. */
export interface Occurrences {
  found: string[]
  in: Zone[]
}

/** Why a paper is among those found, for one part of the query. */
export type Reason =
  | ({ type: 'word'; asked: string; kind: MatchKind } & Occurrences)
  /** The paper has the other side of an acronym: `short` for `long`, or the words of `long` for `short`. */
  | ({ type: 'acronym'; asked: string; short: string; long: string } & Occurrences)
  | ({ type: 'phrase'; asked: string } & Occurrences)
  /** The rule of a theme was met by these words. */
  | ({ type: 'theme'; theme: string } & Occurrences)
  /** Any other condition, as it is written in a query. */
  | { type: 'condition'; query: string }
  /** A word that was asked for and that the paper does not have. */
  | { type: 'missing'; asked: string }

const ZONE_NAME: Record<Zone, string> = { title: 'title', abstract: 'abstract', names: 'names' }

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const quoted = (words: readonly string[]): string => words.map(word => isolated(`“${word}”`)).join(', ')

const zones = (zones: readonly Zone[]): string => `in the ${listed(zones.map(zone => ZONE_NAME[zone]))}`

/** A reason for people, without a full stop: `rewards: “reward” in the abstract`. */
export function describeReason(reason: Reason, nameOf: NameOf = () => undefined): string {
  switch (reason.type) {
    case 'word': {
      const { asked, kind, found } = reason
      if (kind === 'exact') return `${asked}: ${zones(reason.in)}`
      const how = { stem: '', prefix: ', which begins so', fuzzy: ', which is spelt much like it' }[kind]
      return `${asked}: ${quoted(found)} ${zones(reason.in)}${how}`
    }
    case 'acronym':
      return `${reason.asked}: ${quoted(reason.found)} ${zones(reason.in)}, ${reason.short} being short for ${reason.long}`
    case 'phrase':
      return `${reason.asked}: ${zones(reason.in)}`
    case 'theme': {
      const label = nameOf('theme', reason.theme) ?? reason.theme
      return `Theme ${label}: its rule finds ${quoted(reason.found)} ${zones(reason.in)}`
    }
    case 'condition':
      return `${reason.query}: met`
    case 'missing':
      return `${reason.asked}: not found here`
    default:
      return reason satisfies never
  }
}
