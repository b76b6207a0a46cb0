import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, createServer, preview } from 'vite'
import { grouped } from '#core/numbers.ts'
import { DEFAULT_PORT, SITE_HELP, type SiteArguments, siteArguments } from './arguments.ts'
import { siteConfig } from './config.ts'
import type { CorpusReport } from './corpus.ts'
import { checkReplaceable, filesOf } from './files.ts'
import { hostFiles } from './hosts.ts'
import { prerender } from './prerender.ts'

/** `npm run build`, `npm start` and `npm run dev`: see `SITE_HELP`. */

const reportLine = ({ papers, segments, made }: CorpusReport, ms: number): string =>
  `${grouped(papers)} papers in ${segments} segments, ${made} of them made anew, in ${(ms / 1000).toFixed(1)} s`

async function buildSite({ data, out, base, site, papers }: SiteArguments): Promise<void> {
  checkReplaceable(out)
  // Before anything of the last site is removed: a corpus that cannot be read leaves it as it is.
  const start = performance.now()
  const { files, report } = filesOf(data)
  console.log(reportLine(report, performance.now() - start))
  const config = siteConfig(() => files)
  await build({
    ...config,
    configFile: false,
    base,
    build: { ...config.build, outDir: out, emptyOutDir: true },
  })
  for (const [name, content] of hostFiles([...files.keys()], base)) writeFileSync(join(out, name), content)
  const startOfPages = performance.now()
  const pages = await prerender(files, { out, base, site, papers })
  console.log(`${grouped(pages)} pages in ${((performance.now() - startOfPages) / 1000).toFixed(1)} s`)
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
