import { citedDay } from '#core/cite/lacks.ts'
import { daySpan } from '#core/digests.ts'
import { daysWithFeed, FEED_OF_ALL, feedOfDigest, feedOfTheme } from '#core/feeds.ts'
import { dayOf } from '#core/instants.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { paths } from '#core/paths.ts'
import { shownThemes } from '#core/shownThemes.ts'
import type { Theme } from '#core/theme.ts'
import type { OpenCorpus } from './openFiles.ts'

/** A paper in a feed. */
export interface FeedEntry {
  paper: CorpusPaper
  /** In the feed of a digest its day, else the newest day on which a digest listed the paper, else that of its publication. */
  day: string
  themes: Pick<Theme, 'id' | 'label'>[]
}

/** A list of papers to follow, the newest first. */
export interface Feed {
  /** As `core/feeds.ts` names it. */
  name: string
  title: string
  about: string
  /** Path of the page that shows the same. */
  page: string
  /** The day of the newest paper; of the newest digest where there is none. */
  day: string
  entries: FeedEntry[]
}

/** Two digests of a hundred papers: a reader that asks once a day misses none. */
const MOST_OF_ALL = 200
const MOST_OF_THEME = 50

/** Where no paper has any day. The format asks for one. */
const NO_DAY = '1970-01-01'

/** What a feed dates a paper by. A year that was inferred is not handed on as a fact. */
const feedDay = (paper: CorpusPaper): string | undefined => paper.listedOn.at(-1) ?? dayOf(citedDay(paper))

/**
 * The feeds of a site: each is a query, its newest papers first. Papers without a day are news of no day, and stand in
 * none.
 *
 * @param papers those that have a page to link to
 */
export async function* feedsOf(
  { manifest, engine }: OpenCorpus,
  papers: readonly CorpusPaper[],
): AsyncGenerator<Feed> {
  const themes = shownThemes(manifest.themes)
  const byId = new Map(papers.map(paper => [paper.id, paper]))
  const entriesOf = async (q: string, most: number, digest?: string): Promise<FeedEntry[]> =>
    (await engine.found({ q, sort: 'newest' }))
      .flatMap((id): FeedEntry[] => {
        const paper = byId.get(id)
        const day = paper && (digest ?? feedDay(paper))
        if (!paper || day === undefined) return []
        return [{ paper, day, themes: paper.themes.flatMap(theme => themes.get(theme) ?? []) }]
      })
      .slice(0, most)
  const feed = async (
    about: Omit<Feed, 'day' | 'entries'>,
    q: string,
    most: number,
    digest?: string,
  ): Promise<Feed> => {
    const entries = await entriesOf(q, most, digest)
    return { ...about, day: digest ?? entries[0]?.day ?? manifest.newestDigest ?? NO_DAY, entries }
  }
  yield feed(
    { name: FEED_OF_ALL, title: 'Broadsheet', about: 'The daily papers, all of them.', page: paths.front() },
    '',
    MOST_OF_ALL,
  )
  for (const { id, label, about } of manifest.themes) {
    const theme = { name: feedOfTheme(id), title: `${label} · Broadsheet`, about, page: paths.theme(id) }
    yield feed(theme, `theme:${id}`, MOST_OF_THEME)
  }
  const { days } = await engine.digests()
  for (const day of daysWithFeed(days)) {
    const { title, q } = daySpan(day)
    const about = `The papers that the digest of ${title} lists.`
    yield feed(
      { name: feedOfDigest(day), title: `Digest of ${title} · Broadsheet`, about, page: paths.digest(day) },
      q,
      Number.POSITIVE_INFINITY,
      day,
    )
  }
}
