import type { InitialData } from '#app/state/initialData.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { argsKey, digestRequestOf, requestOf } from '#core/engine/request.ts'
import { byline, publishedOn } from '#core/papers/byline.ts'
import { daySpan, daysAround, daysIn, weekSpan } from '#core/papers/digests.ts'
import { listingDays } from '#core/papers/listingDays.ts'
import type { CorpusPaper, Manifest } from '#core/papers/manifest.ts'
import type { Head, PublicSite } from '#core/site/headTags.ts'
import {
  headOfDigest,
  headOfDigests,
  headOfFront,
  headOfHelp,
  headOfMissing,
  headOfTheme,
  headOfThemes,
} from '#core/site/pageHeads.ts'
import { headOfPaper } from '#core/site/paperHead.ts'
import { paths } from '#core/site/paths.ts'
import type { View } from '#core/site/view.ts'
import { formatFullDate } from '#core/text/dates.ts'
import { isoWeekOf } from '#core/text/isoWeek.ts'
import { formatNumber, formatPaperCount } from '#core/text/numbers.ts'
import { type NamedTheme, namedTheme, shownThemes } from '#core/themes/shownThemes.ts'
import type { Card } from '../assets/picture.ts'

/** Hosts show `404.html` where they have no page; the app then draws what the address asks for. */
export const MISSING = '/404'

/** Data that a page of the site is rendered from. */
export interface PageContent {
  head: Head
  first: InitialData
  /** The newest day on which anything on it was listed, where that is known. */
  day?: string | undefined
  /** Texts of its picture, if it has one. */
  card?: Card
}

/** A page of the site that is written as a file. */
export interface SitePage {
  /** Below the base of the site. */
  path: string
  /** Paths that it had before, under which it is written too: its head names the present one. */
  formerPaths?: readonly string[]
  content(): Promise<PageContent>
}

interface Corpus {
  manifest: Manifest
  /** The papers that get a page of their own. */
  papers: readonly CorpusPaper[]
  /** The ids of all papers. */
  ids: readonly string[]
  engine: SearchEngine
}

/**
 * All pages that are written as files: paths first, contents when they are asked for. Lists are answered by the engine of
 * the app, so that a page shows what the app will show in its place. Pages of papers come before the lists that link to
 * them, and the front page last.
 */
export async function sitePages(
  { manifest, papers, ids, engine }: Corpus,
  site: PublicSite,
): Promise<SitePage[]> {
  const { newestDigest, themes } = manifest
  const shown = shownThemes(themes)
  const named = (ids: Iterable<string>): NamedTheme[] =>
    [...new Set(ids)].flatMap(id => shown.get(id) ?? []).map(namedTheme)
  const corpus = { papers: manifest.papers, ...(newestDigest !== undefined && { newestDigest }) }
  const viewOf = (q: string): View => ({ q, layout: 'cards', page: 1 })
  const answer = async (request: SearchRequest): Promise<NonNullable<InitialData['list']>> => {
    // How long it took here is no concern of the reader's, and no two builds would be the same.
    const response: SearchResponse = { ...(await engine.search(request)), tookMs: 0 }
    return { key: argsKey(request), response }
  }
  const themesIn = ({ response }: { response: SearchResponse }): string[] =>
    response.hits.flatMap(({ paper }) => paper.themes)

  const present = new Set(ids)
  const ofPapers = papers.map(
    (paper): SitePage => ({
      path: paths.paper(paper.id),
      formerPaths: paper.aliases.filter(alias => !present.has(alias)).map(paths.paper),
      content: async () => ({
        head: headOfPaper(paper, site),
        first: { corpus, named: named(paper.themes), paper },
        day: listingDays(paper).at(-1),
        card: {
          title: paper.title,
          about: `${byline(paper)} · ${publishedOn(paper)}`,
          themes: named(paper.themes),
        },
      }),
    }),
  )
  const digests = await engine.digests({})
  const days = digests.days.map(([day]) => day)
  const spans = [...days.map(daySpan), ...[...new Set(days.map(isoWeekOf))].map(weekSpan)]
  const ofDigests = spans.map(
    (span): SitePage => ({
      path: paths.digest(span.id),
      content: async () => {
        const list = await answer(digestRequestOf(viewOf(span.q)))
        const inFacet = list.response.facets.theme.values.map(({ value }) => value)
        return {
          head: headOfDigest(span, list.response.total, digests.days, site),
          first: {
            corpus,
            named: named([...inFacet, ...themesIn(list)]),
            list,
            digests: { ...digests, days: daysAround(span, digests.days), of: span.id },
          },
          day: daysIn(span, digests.days).at(-1)?.[0],
          card: { title: span.title, about: formatPaperCount(list.response.total), themes: named(inFacet) },
        }
      },
    }),
  )
  const ofThemes = [...shown.values()].map(
    (theme): SitePage => ({
      path: paths.theme(theme.id),
      content: async () => {
        const list = await answer(requestOf(viewOf(`theme:${theme.id}`)))
        const parts = themes.filter(({ parent }) => parent === theme.id).map(({ id }) => id)
        const related = list.response.relatedThemes.map(({ value }) => value)
        return {
          head: headOfTheme(theme, list.response.total, newestDigest, site),
          first: {
            corpus,
            named: named([
              theme.id,
              ...(theme.parent ? [theme.parent] : []),
              ...parts,
              ...related,
              ...themesIn(list),
            ]),
            theme,
            list,
          },
          // The newest come first.
          day: list.response.hits
            .slice(0, 1)
            .flatMap(({ paper }) => listingDays(paper))
            .at(-1),
          card: {
            title: theme.label,
            about: theme.about,
            themes: [{ label: theme.group, accent: theme.accent }],
          },
        }
      },
    }),
  )
  return [
    { path: MISSING, content: async () => ({ head: headOfMissing(site), first: { corpus, named: [] } }) },
    ...ofPapers,
    ...ofDigests,
    {
      path: paths.digests(),
      content: async () => ({
        head: headOfDigests(digests.days, site),
        first: { corpus, named: [], digests: { ...digests, of: '' } },
        day: newestDigest,
        card: { title: 'Digests', about: 'The calendar of all digests' },
      }),
    },
    ...ofThemes,
    {
      path: paths.themes(),
      content: async () => ({
        head: headOfThemes(newestDigest, site),
        first: { corpus, named: [], themes, trends: await engine.themes({}) },
        card: { title: 'Themes', about: `${themes.length} queries with a name` },
      }),
    },
    {
      path: paths.help(),
      content: async () => {
        const guide = await engine.examples({})
        const example = shown.get(guide.theme ?? '')
        return {
          head: headOfHelp(site),
          first: { corpus, named: [], guide, ...(example && { theme: example }) },
          card: { title: 'Help', about: 'How to search, and where the papers come from' },
        }
      },
    },
    {
      path: paths.front(),
      content: async () => {
        const front = await answer(requestOf(viewOf('')))
        return {
          head: headOfFront(newestDigest, site),
          first: { corpus, stats: await engine.stats({}), named: named(themesIn(front)), list: front },
          day: newestDigest,
          card: {
            title: 'The daily papers, searchable',
            about: `${formatNumber(manifest.papers)} papers${newestDigest === undefined ? '' : `, the newest of ${formatFullDate(newestDigest)}`}`,
          },
        }
      },
    },
  ]
}
