import { readFileSync } from 'node:fs'
import { checkedJson, type FileContent } from '#core/papers/monthFile.ts'
import { type Theme, ThemesFile } from '#core/papers/theme.ts'
import { flawsOf } from '#core/themes/themeRules.ts'

/** Content of a file; the error names the file and the position of the first bad value. */
export function checked<T>(path: string, content: FileContent<T>): T {
  if (content.ok) return content.value
  throw new Error(`${path}${content.message}`)
}

/** Throws an error that names the file and the theme with a flaw. */
export function readThemes(path: string): Theme[] {
  const themes = checked(path, checkedJson(readFileSync(path, 'utf8'), ThemesFile))
  const flaws = flawsOf(themes)
  if (flaws.length > 0) throw new Error(`${path} cannot be used:\n${flaws.join('\n')}`)
  return themes
}
