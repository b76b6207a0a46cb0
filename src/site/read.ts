import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkedJson, type FileContent, MONTH_FILE, parseMonthFile } from '#core/monthFile.ts'
import type { Paper } from '#core/paper.ts'
import { type Theme, ThemesFile } from '#core/theme.ts'

/** What a file holds; the error names the file and the place of the first bad value. */
function read<T>(path: string, parse: (text: string) => FileContent<T>): T {
  const content = parse(readFileSync(path, 'utf8'))
  if (content.ok) return content.value
  throw new Error(`${path}${content.why}`)
}

export const readPapers = (folder: string): Paper[] =>
  readdirSync(folder)
    .filter(name => MONTH_FILE.test(name))
    .sort()
    .flatMap(name => read(join(folder, name), parseMonthFile))

export const readThemes = (path: string): Theme[] => read(path, text => checkedJson(text, ThemesFile))
