import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monthsOf } from '#cli/ingest/store.ts'
import { formatMonthFile } from '#core/papers/monthFile.ts'
import type { Paper } from '#core/papers/paper.ts'
import type { Theme } from '#core/papers/theme.ts'

/** Gives work a folder of its own, and removes it afterwards. */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Builds a site into a folder, with the options of `npm run build`. */
export function buildSite(out: string, ...options: readonly string[]): void {
  execFileSync('npm', ['run', 'build', '--', '--out', out, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Writes papers and themes as a folder that `--data` takes. */
export function writeData(folder: string, papers: readonly Paper[], themes: readonly Theme[]): string {
  const data = join(folder, 'data')
  mkdirSync(join(data, 'papers'), { recursive: true })
  for (const [name, ofMonth] of monthsOf(papers))
    writeFileSync(join(data, 'papers', name), formatMonthFile(ofMonth))
  writeFileSync(join(data, 'themes.json'), JSON.stringify(themes))
  return data
}
