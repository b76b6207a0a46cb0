import { citedDay } from '#core/cite/lacks.ts'
import { daySpan, daysIn, listedOrAdded } from '#core/papers/digests.ts'
import { listingDays } from '#core/papers/listingDays.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { daysWithFeed, FEED_OF_ALL, feedOfDigest, feedOfTheme } from '#core/site/feeds.ts'
import { paths } from '#core/site/paths.ts'
import { wholeDay } from '#core/text/instants.ts'
import { shownThemes } from '#core/themes/shownThemes.ts'
import type { OpenCorpus } from '../corpus/openFiles.ts'

/** A paper in a feed. */
export interface FeedEntry {
  paper: CorpusPaper
  /** The digest's day in the feed of a digest; elsewhere the newest listing day, or the day of publication without one. */
  day: string
  themes: Pick<Theme, 'id' | 'label'>[]
}

/** A list of papers to follow, the newest first. */
export interface Feed {
  /** As in `#core/site/feeds.ts`. */
  name: string
  title: string
  about: string
  /** Path of the page with the same papers. */
  page: string
  /** The day of the newest paper, or of the newest digest if the feed has no papers. */
  day: string
  entries: FeedEntry[]
}

/** Two digests of a hundred papers: a reader that polls once a day misses none. */
const MAX_ENTRIES = 200
const MAX_THEME_ENTRIES = 50

/** Atom requires a date, even if no paper has one. */
const NO_DAY = '1970-01-01'

/** Date of publication for a feed. Inferred years are left out. */
const feedDay = (paper: CorpusPaper): string | undefined =>
  listingDays(paper).at(-1) ?? wholeDay(citedDay(paper))

/** A feed by its name. Entries are computed on demand. */
export interface PlannedFeed {
  name: string
  feed(): Promise<Feed>
}

/**
 * The feeds of a site: each is a query, its newest papers first. Papers without a day are in no feed.
 *
 * @param papers papers with a page to link to
 */
export async function feedsOf(
  { manifest, engine }: OpenCorpus,
  papers: readonly CorpusPaper[],
  siteName: string,
): Promise<PlannedFeed[]> {
  const themes = shownThemes(manifest.themes)
  const byId = new Map(papers.map(paper => [paper.id, paper]))
  const entriesOf = async (q: string, most: number, digest?: string): Promise<FeedEntry[]> =>
    (await engine.list({ q, sort: 'newest' }))
      .flatMap((id): FeedEntry[] => {
        const paper = byId.get(id)
        const day = paper && (digest ?? feedDay(paper))
        if (!paper || day === undefined) return []
        return [{ paper, day, themes: paper.themes.flatMap(theme => themes.get(theme) ?? []) }]
      })
      .slice(0, most)
  const planned = (
    about: Omit<Feed, 'day' | 'entries'>,
    q: string,
    most: number,
    digest?: string,
  ): PlannedFeed => ({
    name: about.name,
    feed: async () => {
      const entries = await entriesOf(q, most, digest)
      return { ...about, day: digest ?? entries[0]?.day ?? manifest.newestDigest ?? NO_DAY, entries }
    },
  })
  const { days } = await engine.digests({})
  return [
    planned(
      {
        name: FEED_OF_ALL,
        title: siteName,
        about: 'The daily papers, all of them.',
        page: paths.front(),
      },
      '',
      MAX_ENTRIES,
    ),
    ...manifest.themes.map(({ id, label, about }) =>
      planned(
        { name: feedOfTheme(id), title: `${label} · ${siteName}`, about, page: paths.theme(id) },
        `theme:${id}`,
        MAX_THEME_ENTRIES,
      ),
    ),
    ...daysWithFeed(days).map(day => {
      const span = daySpan(day)
      const { title, q } = span
      const about = `The papers ${listedOrAdded(daysIn(span, days))} on ${title}.`
      const name = feedOfDigest(day)
      const page = paths.digest(day)
      return planned(
        { name, title: `Digest of ${title} · ${siteName}`, about, page },
        q,
        Number.POSITIVE_INFINITY,
        day,
      )
    }),
  ]
}
