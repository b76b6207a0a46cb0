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

/** The incomplete file beside its target, hidden so that nothing reads it. */
const partOf = (path: string): string => join(dirname(path), `.${basename(path)}.part`)

/** Removes what an interrupted write left behind. Requires the lock under which the file is written. */
export function clearPart(path: string): void {
  const part = partOf(path)
  if (lstatSync(part, { throwIfNoEntry: false })?.isFile()) rmSync(part)
}

/** Copies owner, group and permissions of another file, as far as this process may. */
function copyOwnership(file: number, { uid, gid, mode }: Stats): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid)
      break
    } catch (error) {
      // Only root may give files away, but the group may still be one of ours.
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
 * Writes a file atomically: at any moment its name has the old content or the new one, never a part.
 *
 * @param before the existing file, whose owner and permissions stay
 * @param options.flush waits until the file is on the disk
 * @param options.part the file written first, in the same folder; `clearPart` knows its default name only
 * @param options.modifiedAt in ms since 1970; now by default
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
      if (before) copyOwnership(file, before)
      if (modifiedAt !== undefined) futimesSync(file, modifiedAt / 1000, modifiedAt / 1000)
      if (flush) fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    // A mounted file cannot be replaced, only overwritten.
    const isMounted = before !== undefined && ['EBUSY', 'EXDEV'].includes(String(codeOf(error)))
    if (isMounted) copyFileSync(part, path)
    rmSync(part, { force: true })
    if (!isMounted) throw error
  }
}
