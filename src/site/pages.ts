import type { FirstData } from '#app/state/firstData.ts'
import { byline, publishedOn } from '#core/byline.ts'
import { fullDate } from '#core/dates.ts'
import { daySpan, daysAround, daysIn, weekSpan } from '#core/digests.ts'
import type { SearchRequest, SearchResponse } from '#core/engine.ts'
import {
  type Head,
  headOfDigest,
  headOfDigests,
  headOfFront,
  headOfHelp,
  headOfMissing,
  headOfPaper,
  headOfTheme,
  headOfThemes,
} from '#core/head.ts'
import { isoWeekOf } from '#core/isoWeek.ts'
import type { LocalEngine } from '#core/localEngine.ts'
import type { CorpusPaper, Manifest } from '#core/manifest.ts'
import { grouped, papersInWords } from '#core/numbers.ts'
import { paths } from '#core/paths.ts'
import { digestRequestOf, keyOf, requestOf } from '#core/request.ts'
import { type NamedTheme, namedTheme, shownThemes } from '#core/shownThemes.ts'
import type { View } from '#core/view.ts'
import type { Card } from './picture.ts'

/** Hosts show `404.html` where they have no page; the app then draws what the address asks for. */
export const MISSING = '/404'

/** A page of the site that is written as a file. */
export interface SitePage {
  /** Below the base of the site. */
  path: string
  /** Paths that it had before, under which it is written too: its head names the present one. */
  formerPaths?: readonly string[]
  head: Head
  first: FirstData
  /** The newest day on which anything on it was listed, where that is known. */
  day?: string | undefined
  /** What its picture shows, if it has one. */
  card?: Card
}

interface Corpus {
  manifest: Manifest
  /** The papers that get a page of their own. */
  papers: readonly CorpusPaper[]
  /** The ids of all papers. */
  ids: readonly string[]
  engine: LocalEngine
}

/**
 * All pages that are written as files, each with what it is drawn from. Lists are answered by the engine of the app, so
 * that a page shows what the app will show in its place.
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export async function* sitePages(
  { manifest, papers, ids, engine }: Corpus,
  site: string,
): AsyncGenerator<SitePage> {
  const { newestDigest, themes } = manifest
  const shown = shownThemes(themes)
  const named = (ids: Iterable<string>): NamedTheme[] =>
    [...new Set(ids)].flatMap(id => shown.get(id) ?? []).map(namedTheme)
  const corpus = { papers: manifest.papers, ...(newestDigest !== undefined && { newestDigest }) }
  const viewOf = (q: string): View => ({ q, layout: 'cards', page: 1 })
  const answer = async (request: SearchRequest): Promise<NonNullable<FirstData['list']>> => {
    // How long it took here is no concern of the reader's, and no two builds would be the same.
    const response: SearchResponse = { ...(await engine.search(request)), tookMs: 0 }
    return { key: keyOf(request), response }
  }
  const themesIn = ({ response }: { response: SearchResponse }): string[] =>
    response.hits.flatMap(({ paper }) => paper.themes)

  const front = await answer(requestOf(viewOf('')))
  yield {
    path: paths.front(),
    head: headOfFront(newestDigest, site),
    first: { corpus, named: named(themesIn(front)), list: front },
    day: newestDigest,
    card: {
      title: 'The daily papers, searchable',
      about: `${grouped(manifest.papers)} papers${newestDigest === undefined ? '' : `, the newest of ${fullDate(newestDigest)}`}`,
    },
  }
  yield {
    path: paths.themes(),
    head: headOfThemes(newestDigest, site),
    first: { corpus, named: [], themes, trends: await engine.themes() },
    card: { title: 'Themes', about: `${themes.length} queries with a name` },
  }
  const guide = await engine.guide()
  const example = shown.get(guide.theme ?? '')
  yield {
    path: paths.help(),
    head: headOfHelp(site),
    first: { corpus, named: [], guide, ...(example && { theme: example }) },
    card: { title: 'Help', about: 'How to search, and where the papers come from' },
  }
  for (const theme of shown.values()) {
    const list = await answer(requestOf(viewOf(`theme:${theme.id}`)))
    const parts = themes.filter(({ parent }) => parent === theme.id).map(({ id }) => id)
    const telling = list.response.telling.map(({ value }) => value)
    yield {
      path: paths.theme(theme.id),
      head: headOfTheme(theme, list.response.total, newestDigest, site),
      first: {
        corpus,
        named: named([
          theme.id,
          ...(theme.parent ? [theme.parent] : []),
          ...parts,
          ...telling,
          ...themesIn(list),
        ]),
        theme,
        list,
      },
      // The newest come first.
      day: list.response.hits[0]?.paper.listedOn.at(-1),
      card: {
        title: theme.label,
        about: theme.about,
        themes: [{ label: theme.group, accent: theme.accent }],
      },
    }
  }
  const digests = await engine.digests()
  yield {
    path: paths.digests(),
    head: headOfDigests(digests.days, site),
    first: { corpus, named: [], digests: { ...digests, of: '' } },
    day: newestDigest,
    card: { title: 'Digests', about: 'The calendar of all digests' },
  }
  const days = digests.days.map(([day]) => day)
  for (const span of [...days.map(daySpan), ...[...new Set(days.map(isoWeekOf))].map(weekSpan)]) {
    const list = await answer(digestRequestOf(viewOf(span.q)))
    const inFacet = list.response.facets.theme.values.map(({ value }) => value)
    yield {
      path: paths.digest(span.id),
      head: headOfDigest(span, list.response.total, digests.days, site),
      first: {
        corpus,
        named: named([...inFacet, ...themesIn(list)]),
        list,
        digests: { ...digests, days: daysAround(span, digests.days), of: span.id },
      },
      day: daysIn(span, digests.days).at(-1)?.[0],
      card: { title: span.title, about: papersInWords(list.response.total), themes: named(inFacet) },
    }
  }
  yield { path: MISSING, head: headOfMissing(), first: { corpus, named: [] } }
  const present = new Set(ids)
  for (const paper of papers) {
    yield {
      path: paths.paper(paper.id),
      formerPaths: paper.aliases.filter(alias => !present.has(alias)).map(paths.paper),
      head: headOfPaper(paper, site),
      first: { corpus, named: named(paper.themes), paper },
      day: paper.listedOn.at(-1),
      card: {
        title: paper.title,
        about: `${byline(paper)} · ${publishedOn(paper)}`,
        themes: named(paper.themes),
      },
    }
  }
}
