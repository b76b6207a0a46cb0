import { join } from 'node:path'
import { runnerImport } from 'vite'
import { filePaths } from '#core/filePaths.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { siteConfig } from './config.ts'
import { fileOf, pageFile, pictures } from './files.ts'
import { documentOf } from './html.ts'
import type { OpenCorpus } from './openFiles.ts'
import { MISSING, sitePages } from './pages.ts'
import type { SiteFolder } from './siteFolder.ts'
import type { SitemapPage } from './sitemap.ts'

export interface PrerenderOptions {
  folder: SiteFolder
  /** What the bundler made of `index.html`. */
  template: string
  base: string
  /** Address of the front page, absolute, with a slash at the end. */
  site: string
  /** Those that get a file of their own. All others are drawn by the app. */
  papers: readonly CorpusPaper[]
}

type Renderer = typeof import('./render.tsx')

/**
 * Writes every page of a site as a file that can be read before any script has run.
 *
 * @returns the pages that were written
 */
export async function prerender(
  corpus: OpenCorpus,
  { folder, template, base, site, papers }: PrerenderOptions,
): Promise<SitemapPage[]> {
  const { module } = await runnerImport<Renderer>(join(import.meta.dirname, 'render.tsx'), {
    ...siteConfig(() => new Map()),
    configFile: false,
    base,
    mode: 'production',
    logLevel: 'warn',
  })
  const draw = pictures()
  const written: SitemapPage[] = []
  const ids = corpus.papers.map(({ id }) => id)
  for await (const page of sitePages({ ...corpus, papers, ids }, site)) {
    const { path, formerPaths = [], head, first, day, card } = page
    const content = documentOf(template, head, module.render(base, path, first), path, first)
    for (const file of [path, ...formerPaths].map(pageFile)) {
      if (file !== undefined) folder.write(file, content)
    }
    const picture = fileOf(filePaths.picture(path))
    if (card && picture !== undefined) folder.write(picture, draw(card))
    if (path !== MISSING) written.push({ path, ...(day !== undefined && { day }) })
  }
  return written
}
