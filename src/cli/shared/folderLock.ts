import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { codeOf, Failure, isAbsent } from './failure.ts'
import { identityLine, mayHaveWritten } from './processIdentity.ts'

/** The kinds of locked work. */
type Work = 'ingest' | 'build'

const guardOf = (lock: string): string => `${lock}.stale`

/** The locks of this process. */
const held = new Set<string>()

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Cleans up on exits after which no pending promise continues. */
function releaseAll(): void {
  for (const lock of held) rmSync(lock, { force: true })
  held.clear()
}

function releaseAndDie(signal: NodeJS.Signals): void {
  releaseAll()
  // Without listeners the signal ends this process as it ends any other.
  unwatch()
  process.kill(process.pid, signal)
}

function watch(): void {
  process.on('exit', releaseAll)
  for (const signal of SIGNALS) process.on(signal, releaseAndDie)
}

function unwatch(): void {
  process.off('exit', releaseAll)
  for (const signal of SIGNALS) process.off(signal, releaseAndDie)
}

function release(lock: string): void {
  rmSync(lock, { force: true })
  held.delete(lock)
  if (held.size === 0) unwatch()
}

/** Creates a lock file with the number and identity of this process; false if the file exists. */
function create(lock: string): boolean {
  const content = `${process.pid}\n${identityLine()}`
  let file: number
  // Before the file exists: a signal may come at any time from then on.
  if (held.size === 0) watch()
  try {
    file = openSync(lock, 'wx')
  } catch (error) {
    if (held.size === 0) unwatch()
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  held.add(lock)
  try {
    writeSync(file, content)
  } catch (error) {
    release(lock)
    throw error
  } finally {
    closeSync(file)
  }
  return true
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether the process that wrote a lock still runs; its number may belong to a later process by now. */
const isHeld = (pid: number, identity: string, lock: string): boolean =>
  pid === process.pid ? held.has(lock) : isAlive(pid) && mayHaveWritten(identity, pid)

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** The number of the living process that holds a lock; `dead` if that process has ended. */
async function holderOf(lock: string): Promise<number | 'dead' | 'nobody'> {
  // The file is empty between its creation and the writing of the number; half a second is ample for that.
  for (let look = 0; look < 50; look++) {
    const content = contentOf(lock)
    if (content === undefined) return 'nobody'
    const [, number, identity = ''] = /^(\d+)\n(?:(.+)\n)?$/.exec(content) ?? []
    const pid = Number(number)
    if (pid > 0) return isHeld(pid, identity, lock) ? pid : 'dead'
    await setTimeout(10)
  }
  return 'dead'
}

/**
 * Removes the lock of a dead process, under a lock of its own: otherwise another process could do the same between the
 * check and the removal, and its new lock would be removed.
 */
async function removeStale(lock: string, work: Work): Promise<void> {
  const guard = guardOf(lock)
  await acquire(guard, work)
  try {
    if ((await holderOf(lock)) === 'dead') rmSync(lock, { force: true })
  } finally {
    release(guard)
  }
}

async function acquire(lock: string, work: Work): Promise<void> {
  while (!create(lock)) {
    const holder = await holderOf(lock)
    if (holder === 'dead') await removeStale(lock, work)
    else if (holder !== 'nobody') {
      throw new Failure(
        `Nothing was done, as another ${work} is running (process ${holder}): wait until it ends, or remove ${lock} if that process is no ${work}.`,
      )
    }
  }
}

/**
 * Acquires a lock file against other processes of this machine and returns the function that releases it. The lock is
 * released on every exit; after a kill the next process takes it over. Throws a `Failure` if another process holds it.
 *
 * @param work of the processes that hold such a lock, for the message
 */
export async function lockFile(lock: string, work: Work): Promise<() => void> {
  await acquire(lock, work)
  // Left by a process killed while it took a lock over.
  const guard = guardOf(lock)
  if ((await holderOf(guard)) === 'dead') await removeStale(guard, work)
  return () => release(lock)
}

/** Locks a folder for `ingest`, by a file beside it. See `lockFile`. */
export const lockFolder = (folder: string): Promise<() => void> => lockFile(`${folder}.lock`, 'ingest')
