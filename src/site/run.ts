import { createServer, preview } from 'vite'
import { filePaths } from '#core/filePaths.ts'
import { grouped } from '#core/numbers.ts'
import { paths } from '#core/paths.ts'
import { DEFAULT_PORT, SITE_HELP, type SiteArguments, siteArguments } from './arguments.ts'
import { bundle } from './bundle.ts'
import { companions } from './companions.ts'
import { siteConfig } from './config.ts'
import type { CorpusReport } from './corpus.ts'
import { checkReplaceable, fileOf, filesOf, pageFile } from './files.ts'
import { hostFiles } from './hosts.ts'
import { icons } from './icons.ts'
import { serviceWorker, siteOf } from './offline.ts'
import { openFiles } from './openFiles.ts'
import { prerender } from './prerender.ts'
import { SiteFolder } from './siteFolder.ts'
import { webManifest } from './webManifest.ts'

/** `npm run build`, `npm start` and `npm run dev`: see `SITE_HELP`. */

/** What the bundler makes of it is what pages are put into. */
const TEMPLATE = 'index.html'

const reportLine = ({ papers, segments, made }: CorpusReport, ms: number): string =>
  `${grouped(papers)} papers in ${segments} segments, ${made} of them made anew, in ${(ms / 1000).toFixed(1)} s`

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

async function buildSite({ data, out, base, site, isPublic, papers, isKept }: SiteArguments): Promise<void> {
  checkReplaceable(out)
  // Before anything of the last site is touched: a corpus that cannot be read leaves it as it is.
  const start = performance.now()
  const { files, report } = filesOf(data)
  for (const fault of report.faults) console.error(fault)
  console.log(reportLine(report, performance.now() - start))
  const bundled = await bundle(files, base, isKept)
  bundled.set(fileOf(filePaths.webManifest()) as string, webManifest())
  const startOfPages = performance.now()
  const folder = new SiteFolder(out)
  for (const [path, content] of bundled) if (path !== TEMPLATE) folder.write(path, content)
  for (const [path, content] of hostFiles([...files.keys()], base)) folder.write(path, content)
  for (const [path, content] of await icons()) folder.write(path, content)
  const corpus = openFiles(files)
  const withPage = corpus.papers.slice(0, papers).filter(({ id }) => pageFile(paths.paper(id)) !== undefined)
  const template = String(bundled.get(TEMPLATE))
  const worker = await serviceWorker(isKept ? siteOf(bundled, template) : undefined)
  folder.write(fileOf(filePaths.serviceWorker()) as string, worker)
  const pages = await prerender(corpus, { folder, template, base, site, papers: withPage })
  console.log(`${grouped(pages.length)} pages in ${seconds(startOfPages)}`)
  const startOfFeeds = performance.now()
  for await (const [path, content] of companions(corpus, { papers: withPage, pages, site, isPublic }))
    folder.write(fileOf(path) as string, content)
  console.log(`citations, feeds and lists of pages in ${seconds(startOfFeeds)}`)
  const { files: total, written, removed } = folder.finish()
  console.log(
    `${grouped(total)} files in ${out}, ${grouped(written)} of them new or changed, ${grouped(removed)} removed`,
  )
}

async function run(wanted: SiteArguments): Promise<void> {
  const { command, data, out, base, port } = wanted
  if (command === 'dev') {
    const config = siteConfig(() => filesOf(data).files)
    const server = await createServer({ ...config, configFile: false, base, server: { port: port ?? 5173 } })
    await server.listen()
    server.printUrls()
    return
  }
  await buildSite(wanted)
  if (command === 'build') return
  const config = siteConfig(() => new Map())
  const server = await preview({
    ...config,
    configFile: false,
    base,
    build: { outDir: out },
    preview: { ...config.preview, port: port ?? DEFAULT_PORT, strictPort: true },
  })
  server.printUrls()
}

try {
  const wanted = siteArguments(process.argv.slice(2))
  if (wanted.help) console.log(SITE_HELP)
  else await run(wanted)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
