import { readFileSync } from 'node:fs'
import { DEFAULT_PORT } from '#site/arguments.ts'
import { buildSite } from '#site/build.ts'

const QUIET = { print: () => {}, complain: console.error, status: () => {} }

/**
 * Builds a site as `npm run build` does, from scripts and styles that were bundled before.
 *
 * @param bundle JSON file, a list of paths and contents in Base64
 */
export async function buildFrom(bundle: string, data: string, out: string): Promise<void> {
  const bundled: [path: string, content: string][] = JSON.parse(readFileSync(bundle, 'utf8'))
  const site = {
    base: '/',
    site: `http://localhost:${DEFAULT_PORT}/`,
    isPublic: false,
    papers: 10_000,
    isKept: true,
  }
  await buildSite({ out, data, ...site }, QUIET, async files => {
    const fixed = bundled.map(([path, content]) => [path, Buffer.from(content, 'base64')] as const)
    return new Map([...fixed, ...files])
  })
}
