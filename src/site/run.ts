import { createServer, preview } from 'vite'
import { terminal } from '#cli/shared/terminal.ts'
import { DEFAULT_PORT, SITE_HELP, type SiteArguments, siteArguments } from './build/arguments.ts'
import { buildSite } from './build/build.ts'
import { filesOf } from './corpus/files.ts'
import { siteConfig } from './vite/config.ts'

/** `npm run build`, `npm start` and `npm run dev`: see `SITE_HELP`. */

async function run(wanted: SiteArguments): Promise<void> {
  const { command, data, out, base, port } = wanted
  if (command === 'dev') {
    const config = siteConfig(() => filesOf(data).files)
    const server = await createServer({ ...config, configFile: false, base, server: { port: port ?? 5173 } })
    await server.listen()
    server.printUrls()
    return
  }
  await buildSite(wanted, terminal())
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
