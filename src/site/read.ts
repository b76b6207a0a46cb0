import { readFileSync } from 'node:fs'
import { checkedJson, type FileContent } from '#core/monthFile.ts'
import { type Theme, ThemesFile } from '#core/theme.ts'

/** What a file holds; the error names the file and the place of the first bad value. */
export function checked<T>(path: string, content: FileContent<T>): T {
  if (content.ok) return content.value
  throw new Error(`${path}${content.why}`)
}

export const readThemes = (path: string): Theme[] =>
  checked(path, checkedJson(readFileSync(path, 'utf8'), ThemesFile))
