import { createHash } from 'node:crypto'
import { build, type Rolldown } from 'vite'
import type { KeptFile, Site } from '#offline/site.ts'
import type { Files } from './corpus.ts'
import { HEADERS } from './headers.ts'

const SERVICE_WORKERS = { keeps: 'src/offline/serviceWorker.ts', leaves: 'src/offline/gone.ts' }

const APP = / data-app="([^"]+)"/
const STYLES = /<link rel="stylesheet"[^<>]* href="([^"]+)"/

/** What a page is made by: its scripts, of whose names that of the first depends on all others, and its styles. */
function versionOf(template: string): string {
  const parts = [APP, STYLES].map(part => part.exec(template)?.[1])
  if (parts.includes(undefined)) throw new Error('index.html names no scripts or styles.')
  return parts.join(' ')
}

function keptFile(content: string | Uint8Array): KeptFile {
  return {
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/**
 * What the service worker is told.
 *
 * @param bundled what the bundler made, with the corpus among it, which is not kept by the service worker
 * @param template what pages are put into
 */
export function siteOf(bundled: Files, template: string): Site {
  const kept = [...bundled].filter(([path]) => !path.startsWith('corpus/') && !path.endsWith('.html'))
  return {
    version: versionOf(template),
    shell: template,
    headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
    files: Object.fromEntries(kept.map(([path, content]) => [path, keptFile(content)])),
  }
}

/**
 * Makes the service worker.
 *
 * @param site what it keeps; without one, it removes what was kept, and itself
 */
export async function serviceWorker(site: Site | undefined): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __SITE__: JSON.stringify(site ?? null) },
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: {
        input: SERVICE_WORKERS[site ? 'keeps' : 'leaves'],
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  })
  const [chunk] = (built as Rolldown.RolldownOutput).output
  return chunk.code
}
