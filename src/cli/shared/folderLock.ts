import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { codeOf, Failure, isAbsent } from './failure.ts'

/** What is done under a lock. */
type Work = 'ingest' | 'build'

const guardOf = (lock: string): string => `${lock}.stale`

/** The locks of this process. */
const held = new Set<string>()

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** For the ways out on which nothing that waits is gone on with. */
function releaseAll(): void {
  for (const lock of held) rmSync(lock, { force: true })
  held.clear()
}

function releaseAndDie(signal: NodeJS.Signals): void {
  releaseAll()
  // By now nobody listens to the signal, so that it does what it does to any process.
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

/** Puts the lock there with our number in it; false where there is one. */
function create(lock: string): boolean {
  let file: number
  // First of all: a signal may come at any time from the moment at which the lock is there.
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
    writeSync(file, `${process.pid}\n`)
  } catch (error) {
    release(lock)
    throw error
  } finally {
    closeSync(file)
  }
  return true
}

/** After a restart of the machine our own number can be that of a process which died. */
function isAlive(pid: number, lock: string): boolean {
  if (pid === process.pid) return held.has(lock)
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** The number of the living process that holds a lock, `dead` where that process lives no more. */
async function holderOf(lock: string): Promise<number | 'dead' | 'nobody'> {
  // Between the two moments at which a lock is made and its number written it is empty; half a second is ample for that.
  for (let look = 0; look < 50; look++) {
    const content = contentOf(lock)
    if (content === undefined) return 'nobody'
    const pid = Number(/^(\d+)\n$/.exec(content)?.[1])
    if (pid > 0) return isAlive(pid, lock) ? pid : 'dead'
    await setTimeout(10)
  }
  return 'dead'
}

/**
 * Removes the lock of a dead process. Under a lock of its own: else, between looking and removing, another process
 * might do the same and put its own lock there, which would then be the one removed.
 */
async function clearAway(lock: string, work: Work): Promise<void> {
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
    if (holder === 'dead') await clearAway(lock, work)
    else if (holder !== 'nobody') {
      throw new Failure(
        `Nothing was done, as another ${work} is running (process ${holder}): wait until it ends, or remove ${lock} if that process is no ${work}.`,
      )
    }
  }
}

/**
 * Puts a lock against other processes of this machine at a path and returns what removes it. The lock goes on every way
 * out; after a kill that leaves no way out the next process takes it over. Throws a `Failure` where another process
 * holds it.
 *
 * @param work of the process that holds such a lock, for the message
 */
export async function lockFile(lock: string, work: Work): Promise<() => void> {
  await acquire(lock, work)
  // A process may have been killed while it took a lock over.
  const guard = guardOf(lock)
  if ((await holderOf(guard)) === 'dead') await clearAway(guard, work)
  return () => release(lock)
}

/** Locks a folder, by a file beside it, while papers are taken into it. See `lockFile`. */
export const lockFolder = (folder: string): Promise<() => void> => lockFile(`${folder}.lock`, 'ingest')
