import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from '#cli/failure.ts'
import { PART } from './ownFiles.ts'

/** Gives a file the owner, group and permissions of another, as far as this process may. */
function makeAlike(file: number, { uid, gid, mode }: Stats): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid)
      break
    } catch (error) {
      // Only root gives files to others; the group at least may be one of ours.
      if (codeOf(error) !== 'EPERM') throw error
    }
  }
  fchmodSync(file, mode & 0o7777)
}

/**
 * Writes a file so that its name stands for the old content or the new one at any moment, and never for a part of it.
 *
 * @param before the file of that name, whose owner and permissions are kept
 * @param options.flush waits until the file is on the disk
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  before: Stats | undefined,
  { flush = false } = {},
): void {
  const part = join(dirname(path), PART)
  const file = openSync(part, 'wx')
  try {
    try {
      writeFileSync(file, bytes)
      if (before) makeAlike(file, before)
      if (flush) fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    // A file that is mounted cannot be replaced, only written to.
    const isMounted = before !== undefined && ['EBUSY', 'EXDEV'].includes(String(codeOf(error)))
    if (isMounted) copyFileSync(part, path)
    rmSync(part, { force: true })
    if (!isMounted) throw error
  }
}
