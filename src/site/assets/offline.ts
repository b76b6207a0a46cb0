import { createHash } from 'node:crypto'
import { build, type Rolldown } from 'vite'
import type { CachedFile, Site } from '#offline/site.ts'
import { typeOf } from '#offline/types.ts'
import type { Files } from '../corpus/corpus.ts'
import { HEADERS } from '../hosts/headers.ts'
import { escaped, ROOT } from '../pages/html.ts'

const SERVICE_WORKER = 'src/offline/serviceWorker.ts'
const SELF_DESTRUCT = 'src/offline/selfDestruct.ts'

const APP = / data-app="([^"]+)"/
const STYLES = /<link rel="stylesheet"[^<>]* href="([^"]+)"/

/** Build of a page: its first script, whose name depends on all others, and its styles. */
function versionOf(template: string): string {
  const parts = [APP, STYLES].map(part => part.exec(template)?.[1])
  if (parts.includes(undefined)) throw new Error('index.html names no scripts or styles.')
  return parts.join(' ')
}

const SCRIPT = /<script src="([^"<>]+)" data-app="([^"<>]+)"><\/script>/

/** The files that start the app, by path below the base. */
function startOf(template: string, paths: readonly string[]): string[] {
  const [, ...urls] = SCRIPT.exec(template) ?? []
  const start = urls.map(url => paths.find(path => url.endsWith(`/${path}`)))
  if (start.length === 0 || start.includes(undefined))
    throw new Error(`index.html starts the app by files that are not cached: ${urls.join(', ')}`)
  return start as string[]
}

const lostHtml = (siteName: string): string => `<main class="broken">
      <h1>This page cannot be opened without a network</h1>
      <p>Files of ${escaped(siteName)} in this browser are damaged or missing. They are fetched again when the site answers.
      <a href="">Try again</a></p>
    </main>`

/** The template without scripts, saying what happened. */
const lostPage = (template: string, siteName: string): string =>
  template.replace(SCRIPT, '').replace(ROOT, () => lostHtml(siteName))

function cachedFile(path: string, content: string | Uint8Array): CachedFile {
  if (typeOf(path) === undefined) throw new Error(`src/offline/types.ts has no type for ${path}.`)
  return {
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/**
 * Description of the site for the service worker.
 *
 * @param bundled output of the bundler; the service worker caches no pages, licences or papers
 * @param template template of pages
 */
export function siteOf(bundled: Files, template: string, siteName: string): Site {
  const cached = [...bundled].filter(([path]) => !/^corpus\/|\.(?:html|txt)$/.test(path))
  return {
    version: versionOf(template),
    shell: template,
    start: startOf(
      template,
      cached.map(([path]) => path),
    ),
    lost: lostPage(template, siteName),
    headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
    files: Object.fromEntries(cached.map(([path, content]) => [path, cachedFile(path, content)])),
  }
}

/**
 * Makes the service worker.
 *
 * @param site what it caches; without one, it removes all caches, and itself
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
        input: site ? SERVICE_WORKER : SELF_DESTRUCT,
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  })
  const [chunk] = (built as Rolldown.RolldownOutput).output
  return chunk.code
}
