import { join } from 'node:path'
import { runnerImport } from 'vite'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { filePaths } from '#core/site/filePaths.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import type { SiteProfile } from '#core/site/siteProfile.ts'
import type { PlannedFiles, Stage } from '../build/plan.ts'
import { fileOf, pageFile, pictures } from '../corpus/files.ts'
import type { OpenCorpus } from '../corpus/openFiles.ts'
import { siteConfig } from '../vite/config.ts'
import { documentOf } from './html.ts'
import { MISSING, type SitePage, sitePages } from './pages.ts'
import type { SitemapPage } from './sitemap.ts'

interface PrerenderOptions {
  /** Of the pages of this site. */
  template: string
  profile: SiteProfile
  site: PublicSite
  /** Those that get a file of their own. The app renders all others. */
  papers: readonly CorpusPaper[]
}

type Renderer = typeof import('./render.tsx')

/** The file of the picture of a page, if it has one. */
const pictureFile = ({ path }: SitePage): string | undefined =>
  path === MISSING ? undefined : fileOf(filePaths.picture(path))

/**
 * Every page of a site as a file that can be read before any script has run, with its picture, which is written before
 * the page that names it.
 *
 * @returns the files, the paths of the pages, and the pages with their days, once their files have been made
 */
export async function prerender(
  corpus: OpenCorpus,
  { template, profile, site, papers }: PrerenderOptions,
): Promise<{ stage: Stage; paths: string[]; pages: () => SitemapPage[] }> {
  const { module } = await runnerImport<Renderer>(join(import.meta.dirname, 'render.tsx'), {
    ...siteConfig(),
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
  })
  const draw = pictures(site.name)
  const days = new Map<string, string>()
  const ids = corpus.papers.map(({ id }) => id)
  const all = await sitePages({ ...corpus, papers, ids }, site)
  const plan = all.map((page): PlannedFiles => {
    const { path, formerPaths = [] } = page
    const picture = pictureFile(page)
    const files = [path, ...formerPaths].map(pageFile).filter(file => file !== undefined)
    return {
      paths: picture === undefined ? files : [picture, ...files],
      contents: async () => {
        const { head, first, day, card } = await page.content()
        const content = documentOf(template, head, module.render(profile, path, first), path, first)
        if (day !== undefined) days.set(path, day)
        const same = files.map(() => content)
        return card && picture !== undefined ? [draw(card), ...same] : same
      },
    }
  })
  const paths = all.map(({ path }) => path).filter(path => path !== MISSING)
  const pages = (): SitemapPage[] =>
    paths.map(path => {
      const day = days.get(path)
      return { path, ...(day !== undefined && { day }) }
    })
  return { stage: { name: 'pages', plan }, paths, pages }
}
