import type { FirstData } from '#app/state/firstData.ts'
import type { SearchResponse } from '#core/engine.ts'
import { type Head, headOfFront, headOfHelp, headOfPaper, headOfTheme, headOfThemes } from '#core/head.ts'
import type { LocalEngine } from '#core/localEngine.ts'
import type { CorpusPaper, Manifest } from '#core/manifest.ts'
import { paths } from '#core/paths.ts'
import { keyOf, requestOf } from '#core/request.ts'
import { type NamedTheme, namedTheme, shownThemes } from '#core/shownThemes.ts'

/** A page of the site that is written as a file. */
export interface SitePage {
  /** Below the base of the site. */
  path: string
  head: Head
  first: FirstData
}

interface Corpus {
  manifest: Manifest
  /** The papers that get a page of their own. */
  papers: readonly CorpusPaper[]
  engine: LocalEngine
}

/**
 * All pages that are written as files, each with what it is drawn from. Lists are answered by the engine of the app, so
 * that a page shows what the app will show in its place.
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export async function* sitePages(
  { manifest, papers, engine }: Corpus,
  site: string,
): AsyncGenerator<SitePage> {
  const { newestDigest, themes } = manifest
  const shown = shownThemes(themes)
  const named = (ids: Iterable<string>): NamedTheme[] =>
    [...new Set(ids)].flatMap(id => shown.get(id) ?? []).map(namedTheme)
  const corpus = { papers: manifest.papers, ...(newestDigest !== undefined && { newestDigest }) }
  const answer = async (q: string): Promise<NonNullable<FirstData['list']>> => {
    const request = requestOf({ q, layout: 'cards', page: 1 })
    // How long it took here is no concern of the reader's, and no two builds would be the same.
    const response: SearchResponse = { ...(await engine.search(request)), tookMs: 0 }
    return { key: keyOf(request), response }
  }
  const themesIn = ({ response }: { response: SearchResponse }): string[] =>
    response.hits.flatMap(({ paper }) => paper.themes)

  const front = await answer('')
  yield {
    path: paths.front(),
    head: headOfFront(site),
    first: { corpus, named: named(themesIn(front)), list: front },
  }
  yield {
    path: paths.themes(),
    head: headOfThemes(site),
    first: { corpus, named: [], themes, trends: await engine.themes() },
  }
  yield { path: paths.help(), head: headOfHelp(site), first: { corpus, named: [] } }
  for (const theme of shown.values()) {
    const list = await answer(`theme:${theme.id}`)
    const parts = themes.filter(({ parent }) => parent === theme.id).map(({ id }) => id)
    const telling = list.response.telling.map(({ value }) => value)
    yield {
      path: paths.theme(theme.id),
      head: headOfTheme(theme, list.response.total, site),
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
    }
  }
  for (const paper of papers) {
    yield {
      path: paths.paper(paper.id),
      head: headOfPaper(paper, site),
      first: { corpus, named: named(paper.themes), paper },
    }
  }
}
