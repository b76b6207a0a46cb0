import { createServer, preview } from 'vite'
import { Failure } from '#cli/shared/failure.ts'
import { terminal } from '#cli/shared/terminal.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { type SiteArguments, siteArguments } from './build/arguments.ts'
import { buildSite, profileOf } from './build/build.ts'
import { filesOf } from './corpus/files.ts'
import { siteConfig } from './vite/config.ts'

/** `npm run build`, `npm start` and `npm run dev`. */

async function run(wanted: SiteArguments): Promise<void> {
  const { command, data, out, base, port } = wanted
  if (command === 'dev') {
    const config = siteConfig({ corpus: () => filesOf(data).files, profile: profileOf(wanted) })
    const server = await createServer({ ...config, configFile: false, base, server: { port } })
    await server.listen()
    server.printUrls()
    return
  }
  await buildSite(wanted, terminal())
  if (command === 'build') return
  const config = siteConfig()
  const server = await preview({
    ...config,
    configFile: false,
    base,
    build: { outDir: out },
    preview: { ...config.preview, port, strictPort: true },
  })
  server.printUrls()
}

try {
  const wanted = siteArguments(process.argv.slice(2))
  if ('help' in wanted) console.log(wanted.help)
  else {
    for (const hint of wanted.hints) console.error(hint)
    await run(wanted)
  }
} catch (error) {
  console.error(errorMessage(error))
  process.exitCode = error instanceof Failure ? 2 : 1
}
