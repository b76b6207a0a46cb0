import { readFileSync } from 'node:fs'
import { DEFAULT_PORT } from '#site/build/arguments.ts'
import { buildSite, stagesOf } from '#site/build/build.ts'
import type { Files as Contents } from '#site/corpus/corpus.ts'
import { filesOf } from '#site/corpus/files.ts'
import type { Files } from './files.ts'

const QUIET = { print: () => {}, complain: console.error, status: () => {} }

const SITE = {
  base: '/',
  name: 'Broadsheet',
  accent: undefined,
  site: `http://localhost:${DEFAULT_PORT}/`,
  isPublic: false,
  papers: 10_000,
  isCached: true,
}

/** Scripts and styles that were bundled before, from a JSON file. */
function bundledBefore(bundle: string): Contents {
  const files: Files = JSON.parse(readFileSync(bundle, 'utf8'))
  return new Map(files.map(([path, content]) => [path, Buffer.from(content, 'base64')] as const))
}

/** Builds a site as `npm run build` does, from scripts and styles that were bundled before. */
export const buildFrom = (bundle: string, data: string, out: string): Promise<void> =>
  buildSite({ out, data, ...SITE }, QUIET, async () => bundledBefore(bundle))

/** All files of such a site. */
export async function filesFrom(bundle: string, data: string): Promise<Files> {
  const { files } = filesOf(data)
  const stages = await stagesOf(files, bundledBefore(bundle), { out: '', data, ...SITE })
  const made: [string, string][] = []
  for (const { paths, contents } of stages.flatMap(({ plan }) => plan)) {
    const all = [...(await contents())]
    paths.forEach((path, index) => {
      made.push([path, Buffer.from(all[index] as string | Uint8Array).toString('base64')])
    })
  }
  return made
}
