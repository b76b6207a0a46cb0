import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  futimesSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './failure.ts'

/** The file that becomes another one once it is whole. Hidden, so that nothing takes it for that one. */
const partOf = (path: string): string => join(dirname(path), `.${basename(path)}.part`)

/** Removes what a write that was cut off left behind. To be called under the lock under which the file is written. */
export function clearPart(path: string): void {
  const part = partOf(path)
  if (lstatSync(part, { throwIfNoEntry: false })?.isFile()) rmSync(part)
}

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

interface ReplaceOptions {
  flush?: boolean
  part?: string
  modifiedAt?: number
}

/**
 * Writes a file so that its name stands for the old content or the new one at any moment, and never for a part of it.
 *
 * @param before the file of that name, whose owner and permissions are kept
 * @param options.flush waits until the file is on the disk
 * @param options.part the file that is written first, in the same folder; `clearPart` finds it by its usual name only
 * @param options.modifiedAt in ms since 1970, where it is not now
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  before: Stats | undefined,
  { flush = false, part = partOf(path), modifiedAt }: ReplaceOptions = {},
): void {
  const file = openSync(part, 'wx')
  try {
    try {
      writeFileSync(file, bytes)
      if (before) makeAlike(file, before)
      if (modifiedAt !== undefined) futimesSync(file, modifiedAt / 1000, modifiedAt / 1000)
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
