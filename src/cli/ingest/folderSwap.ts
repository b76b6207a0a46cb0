import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { MONTH_FILE } from '#core/papers/monthFile.ts'
import { codeOf, Failure, isAbsent } from '../shared/failure.ts'
import { clearPart, replaceFile } from '../shared/replaceFile.ts'

/*
 * A folder is replaced as a whole: the new state is written to a folder beside it, which is renamed when it is complete. A
 * journal, `<folder>.swap`, names the folders made for that. No other folder is ever removed, whatever its name.
 */

/** Paths of the folders made during a replacement. */
interface Swap {
  /** The new state, until it is renamed to the folder. */
  next: string
  /** The old state, from its renaming until it is removed. */
  previous: string
}

/** Names made by `freePath` only, since folders named in a journal get removed. */
const JOURNAL = /^next ([^/\\\n]+\.next(?:-\d+)?)\nprevious ([^/\\\n]+\.previous(?:-\d+)?)\n$/

const journalOf = (folder: string): string => `${folder}.swap`

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

const inTheWay = (path: string): Failure =>
  new Failure(`${path} is in the way and not from an ingest: move it to another place.`)

/** The names in a journal. Journals are written whole or not at all, so any other text is a foreign file. */
function namesIn(text: string, path: string): { next: string; previous: string } {
  const [, next, previous] = JOURNAL.exec(text) ?? []
  if (next === undefined || previous === undefined) throw inTheWay(path)
  return { next, previous }
}

/** The unfinished swap of a folder, by its journal. */
async function swapOf(folder: string): Promise<Swap | undefined> {
  const path = journalOf(folder)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return undefined
    if (codeOf(error) === 'EISDIR') throw inTheWay(path)
    throw error
  }
  const { next, previous } = namesIn(text, path)
  return { next: join(dirname(folder), next), previous: join(dirname(folder), previous) }
}

/** A path without a file or folder: somebody else may have one of that name. */
async function freePath(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${path}-${number}`
    if (!(await exists(candidate))) return candidate
  }
}

async function holdsMonths(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).some(name => MONTH_FILE.test(name))
  } catch {
    // Absent, or no folder.
    return false
  }
}

/**
 * The path of the folder's content, after a crash, too. The folder becomes `previous` only once `next` is complete, so if
 * the folder is absent and both of these exist, `next` is the current state. Versions before the journal used fixed names:
 * if the folder is absent, a corpus with such a name was left by a crash of theirs.
 */
export async function folderNow(folder: string): Promise<string> {
  if (await exists(folder)) return folder
  const swap = await swapOf(folder)
  const { next, previous } = swap ?? { next: `${folder}.next`, previous: `${folder}.previous` }
  const isThere = swap ? exists : holdsMonths
  if (!(await isThere(previous))) return folder
  return (await isThere(next)) ? next : previous
}

/** Finishes or undoes an interrupted swap, and removes its leftovers. */
export async function recoverSwap(folder: string): Promise<void> {
  const now = await folderNow(folder)
  if (now !== folder) await rename(now, folder)
  clearPart(journalOf(folder))
  const swap = await swapOf(folder)
  if (!swap) return
  await remove(swap.next)
  await remove(swap.previous)
  await rm(journalOf(folder))
}

/** Begins to replace a folder: writes the journal and creates an empty folder for the new state. */
export async function beginSwap(folder: string): Promise<Swap> {
  const swap = { next: await freePath(`${folder}.next`), previous: await freePath(`${folder}.previous`) }
  const text = `next ${basename(swap.next)}\nprevious ${basename(swap.previous)}\n`
  if (await exists(journalOf(folder))) throw inTheWay(journalOf(folder))
  replaceFile(journalOf(folder), Buffer.from(text), undefined, { flush: true })
  await mkdir(swap.next)
  return swap
}

/** Names a mount as the reason for which a folder cannot be renamed. */
const explained = (error: unknown, folder: string): unknown =>
  codeOf(error) === 'EBUSY' || codeOf(error) === 'EXDEV'
    ? new Failure(
        `Nothing was written: ${folder} is a mount point, which cannot be replaced as a whole. Mount the folder above it instead, or name a folder inside it with --corpus.`,
      )
    : error

/** Replaces the folder by the complete `next`; if that fails the folder stays as it was. */
export async function finishSwap(folder: string, { next, previous }: Swap): Promise<void> {
  const replaces = await exists(folder)
  if (replaces) await rename(folder, previous).catch(error => Promise.reject(explained(error, folder)))
  try {
    await rename(next, folder)
  } catch (error) {
    if (replaces) await rename(previous, folder)
    throw error
  }
  await remove(previous)
  await rm(journalOf(folder), { force: true })
}
