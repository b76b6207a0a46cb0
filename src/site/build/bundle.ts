import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build, type Rolldown } from 'vite'
import { filePaths } from '#core/site/filePaths.ts'
import { licensesText, packageCollector } from '../assets/licenses.ts'
import type { Files } from '../corpus/corpus.ts'
import { fileOf } from '../corpus/files.ts'
import { siteConfig } from '../vite/config.ts'

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
 * The app as it is for every site: scripts, styles, fonts, the template of pages, and the licences of what is in it.
 *
 * @param isCached whether browsers cache the site
 */
export async function bundle(isCached: boolean): Promise<Files> {
  const config = siteConfig({ isCached })
  const packages = new Set<string>()
  const built = await build({
    ...config,
    configFile: false,
    plugins: [...(config.plugins ?? []), packageCollector(packages)],
    worker: { ...config.worker, plugins: () => [packageCollector(packages)] },
    build: { ...config.build, write: false },
  })
  // Only watching gives something else.
  const { output } = built as Rolldown.RolldownOutput
  return new Map([
    ...publicFiles(),
    ...output.map(file => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const),
    [fileOf(filePaths.licenses()) as string, licensesText(packages)],
  ])
}
