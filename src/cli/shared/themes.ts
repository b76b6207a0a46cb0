import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedJson } from '#core/papers/monthFile.ts'
import { type Theme, ThemesFile } from '#core/papers/theme.ts'
import { flawsOf } from '#core/themes/themeRules.ts'
import { Failure, isAbsent } from './failure.ts'

/** The themes of the site. */
export const THEMES = join(import.meta.dirname, '../../../data/themes.json')

/** Reads `themes.json`. Throws a `Failure` that names the file and its flaws. */
export async function readThemesFile(path: string): Promise<Theme[]> {
  try {
    const themes = checkedJson(await readFile(path, 'utf8'), ThemesFile)
    if (!themes.ok) throw new Failure(`${path}${themes.message}`)
    const flaws = flawsOf(themes.value)
    if (flaws.length > 0) throw new Failure(`${path} cannot be used:\n${flaws.join('\n')}`)
    return themes.value
  } catch (error) {
    if (isAbsent(error)) throw new Failure(`There is no file ${path}.`)
    throw error
  }
}
