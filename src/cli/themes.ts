import { readFile } from 'node:fs/promises'
import { checkedJson } from '#core/monthFile.ts'
import { type Theme, ThemesFile } from '#core/theme.ts'
import { Failure, isAbsent } from './failure.ts'

/** Reads `themes.json`. Throws a `Failure` that names the file and its flaw. */
export async function readThemes(path: string): Promise<Theme[]> {
  try {
    const themes = checkedJson(await readFile(path, 'utf8'), ThemesFile)
    if (themes.ok) return themes.value
    throw new Failure(`${path}${themes.why}`)
  } catch (error) {
    if (isAbsent(error)) throw new Failure(`There is no file ${path}.`)
    throw error
  }
}
