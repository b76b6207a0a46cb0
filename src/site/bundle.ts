import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build, type Rolldown } from 'vite'
import { siteConfig } from './config.ts'
import type { Files } from './corpus.ts'

const PUBLIC = 'public'

/** The files that are copied into the site as they are. */
const publicFiles = (): Files =>
  new Map(
    readdirSync(PUBLIC, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [relative(PUBLIC, path).split(sep).join('/'), readFileSync(path)]
      }),
  )

/**
 * All that the bundler makes: scripts, styles, fonts, the template of pages, and the corpus among it.
 *
 * @param isKept whether browsers keep the site
 */
export async function bundle(corpus: Files, base: string, isKept: boolean): Promise<Files> {
  const config = siteConfig(() => corpus, isKept)
  const built = await build({ ...config, configFile: false, base, build: { ...config.build, write: false } })
  // Only watching gives something else.
  const { output } = built as Rolldown.RolldownOutput
  return new Map([
    ...publicFiles(),
    ...output.map(file => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const),
  ])
}
