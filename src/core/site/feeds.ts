import type { DigestDay, DigestSpan } from '../papers/digests.ts'
import { filePaths } from './filePaths.ts'

/** Formats of feeds. */
export const FEED_FORMATS = {
  atom: { label: 'Atom', extension: 'atom', mediaType: 'application/atom+xml' },
  json: { label: 'JSON Feed', extension: 'json', mediaType: 'application/feed+json' },
} as const satisfies Record<string, { label: string; extension: string; mediaType: string }>

export type FeedFormat = keyof typeof FEED_FORMATS

export const FEED_FORMAT_NAMES = Object.keys(FEED_FORMATS) as FeedFormat[]

/** Name of the feed of all papers in its path. */
export const FEED_OF_ALL = 'all'
export const feedOfTheme = (id: string): string => `theme/${id}`
export const feedOfDigest = (day: string): string => `digest/${day}`

/** A digest is complete after three days. Nobody follows an old one, and its papers are on its page. */
const DIGESTS = 30

/**
 * The days whose digest has a feed, the newest first.
 *
 * @param days those on which anything was listed, ascending
 */
export const daysWithFeed = (days: readonly DigestDay[]): string[] =>
  days
    .slice(-DIGESTS)
    .map(([day]) => day)
    .reverse()

/** Feed of the page of a day or a week: its own, or that of all papers if it has none. */
export const feedOfSpan = ({ kind, id }: DigestSpan, days: readonly DigestDay[]): string =>
  kind === 'day' && daysWithFeed(days).includes(id) ? feedOfDigest(id) : FEED_OF_ALL

/** Path of the file of a feed. */
export const feedPath = (feed: string, format: FeedFormat): string =>
  filePaths.feed(feed, FEED_FORMATS[format].extension)
