import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storageMonth } from '#core/papers/corpus.ts'
import { faultLines, withoutClashes } from '#core/papers/monthFaults.ts'
import {
  formatMonthFile,
  MONTH_FILE,
  type MonthContent,
  parseMonthFile,
  VERSION,
  versionOf,
} from '#core/papers/monthFile.ts'
import type { Paper } from '#core/papers/paper.ts'
import { codeOf, Failure, isAbsent } from '../shared/failure.ts'
import { lockFolder } from '../shared/folderLock.ts'
import { realFolder } from '../shared/realFolder.ts'
import { clearEdits } from './corpusEdits.ts'
import { beginSwap, finishSwap, folderNow, recoverSwap } from './folderSwap.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The corpus in its folder. */
export interface StoredCorpus {
  papers: Paper[]
  /** Name of a month file → hash of its content. */
  hashes: Map<string, string>
  /** One sentence for each record that cannot be read, with file, place and what to do. */
  faults: string[]
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/**
 * Reads and checks the corpus, record by record; a missing folder is an empty corpus. Throws a `Failure` for a file that
 * cannot be read as a whole.
 */
export async function readStore(path: string): Promise<StoredCorpus> {
  const folder = await folderNow(await realFolder(path))
  const names = (await namesIn(folder)).filter(name => MONTH_FILE.test(name))
  const hashes = new Map<string, string>()
  const files: { path: string; content: MonthContent }[] = []
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    hashes.set(name, hashOf(text))
    const month = parseMonthFile(text)
    if (!month.ok) throw new Failure(`${join(path, name)}${month.message}`)
    files.push({ path: join(path, name), content: month.value })
  }
  const months = withoutClashes(files)
  return {
    papers: months.flatMap(({ content }) => content.records.map(({ paper }) => paper)),
    hashes,
    faults: months.flatMap(month => faultLines(month.path, month.content)),
  }
}

/**
 * Runs work that reads and writes the corpus while no other process does: otherwise it would undo changes that another
 * process wrote after its reading. An interrupted write is finished or undone first.
 */
export async function withStore<T>(path: string, work: () => Promise<T>): Promise<T> {
  const folder = await realFolder(path)
  await mkdir(dirname(folder), { recursive: true })
  const unlock = await lockFolder(folder)
  try {
    await recoverSwap(folder)
    await clearEdits(path)
    return await work()
  } finally {
    unlock()
  }
}

/** Errors of creating a lock without a folder for it or without permission. */
const CANNOT_LOCK: readonly unknown[] = ['ENOENT', 'EACCES', 'EPERM', 'EROFS']

/** Runs work that only reads the corpus while no other process writes it; unlocked if no lock can be created. */
export async function withStoreToRead<T>(path: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lockFolder(await realFolder(path)).catch(error => {
    if (CANNOT_LOCK.includes(codeOf(error))) return () => {}
    throw error
  })
  try {
    return await work()
  } finally {
    unlock()
  }
}

/** Name of a month file → its papers, ordered by id. */
export function monthsOf(papers: readonly Paper[]): Map<string, Paper[]> {
  const byMonth = new Map<string, Paper[]>()
  for (const paper of papers.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = `${storageMonth(paper)}.json`
    const others = byMonth.get(name)
    if (others) others.push(paper)
    else byMonth.set(name, [paper])
  }
  return byMonth
}

/** Whether the files of a corpus already hold these papers, byte for byte. */
export const isStored = (months: ReadonlyMap<string, readonly Paper[]>, { hashes }: StoredCorpus): boolean =>
  months.size === hashes.size &&
  [...months].every(
    ([name, papers]) => hashes.has(name) && hashes.get(name) === hashOf(formatMonthFile(papers)),
  )

/**
 * Copies month files of an earlier version to `<folder>.version-<n>`, so that a migration loses nothing. Existing copies
 * stay: they are the older ones.
 */
async function keepEarlierVersions(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const version = versionOf(await readFile(join(folder, name), 'utf8'))
    if (version === undefined || version >= VERSION) continue
    const kept = `${folder}.version-${version}`
    await mkdir(kept, { recursive: true })
    await cp(join(folder, name), join(kept, name), { force: false, preserveTimestamps: true })
  }
}

/**
 * Replaces the month files of a corpus, all or none: the new folder is written beside the old one and swapped with it when
 * complete. Other files in the folder stay. Call it inside `withStore` only.
 */
export async function writeStore(path: string, months: ReadonlyMap<string, readonly Paper[]>): Promise<void> {
  const folder = await realFolder(path)
  try {
    const swap = await beginSwap(folder)
    const { next } = swap
    const names = await namesIn(folder)
    await keepEarlierVersions(
      folder,
      names.filter(name => MONTH_FILE.test(name)),
    )
    for (const name of names) {
      if (MONTH_FILE.test(name)) continue
      await cp(join(folder, name), join(next, name), {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
      })
    }
    // One by one: the texts of a large corpus together take more memory than its papers.
    for (const [name, papers] of months) {
      await writeFile(join(next, name), formatMonthFile(papers), { flush: true })
    }
    await finishSwap(folder, swap)
  } catch (error) {
    await recoverSwap(folder)
    throw error
  }
}
