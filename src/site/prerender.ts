import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { runnerImport } from 'vite'
import { LocalEngine } from '#core/localEngine.ts'
import type { CorpusPaper, LexiconFile, Manifest } from '#core/manifest.ts'
import { siteConfig } from './config.ts'
import type { Files } from './corpus.ts'
import { pageFile } from './files.ts'
import { documentOf } from './html.ts'
import { sitePages } from './pages.ts'

export interface PrerenderOptions {
  /** The folder that the bundler has built the site into. */
  out: string
  base: string
  /** Address of the front page, absolute, with a slash at the end. */
  site: string
  /** How many papers get a file of their own, the newest first. All others are drawn by the app. */
  papers: number
}

/** The engine over the files of a corpus, as the worker opens them. */
function openFiles(files: Files): { manifest: Manifest; engine: LocalEngine; papers: CorpusPaper[] } {
  const contentOf = (name: string): string | Uint8Array => files.get(`corpus/${name}`) as string | Uint8Array
  const json = (name: string) => JSON.parse(Buffer.from(contentOf(name)).toString())
  const manifest: Manifest = json('manifest.json')
  const lexicon: LexiconFile = json(manifest.lexicon.file)
  const engine = new LocalEngine(manifest, () => performance.now(), { lexicon })
  const papers = manifest.segments.flatMap(({ papers, index }): CorpusPaper[] => {
    const ofSegment = json(papers.file).papers
    engine.addSegment(ofSegment, new Uint8Array(gunzipSync(contentOf(index.file))).buffer)
    return ofSegment
  })
  engine.prepare()
  return { manifest, engine, papers }
}

type Renderer = typeof import('./render.tsx')

/**
 * Writes every page of a built site as a file that can be read before any script has run.
 *
 * @returns how many
 */
export async function prerender(
  files: Files,
  { out, base, site, papers }: PrerenderOptions,
): Promise<number> {
  const { module } = await runnerImport<Renderer>(join(import.meta.dirname, 'render.tsx'), {
    ...siteConfig(() => new Map()),
    configFile: false,
    base,
    mode: 'production',
    logLevel: 'warn',
  })
  const template = readFileSync(join(out, 'index.html'), 'utf8')
  const corpus = openFiles(files)
  let written = 0
  const ids = corpus.papers.map(({ id }) => id)
  for await (const { path, formerPaths = [], head, first } of sitePages(
    { ...corpus, papers: corpus.papers.slice(0, papers), ids },
    site,
  )) {
    const content = documentOf(template, head, module.render(base, path, first), path, first)
    for (const file of [path, ...formerPaths].map(pageFile)) {
      if (file === undefined) continue
      const target = join(out, file)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
      written++
    }
  }
  return written
}
