import { readlink, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { codeOf, Failure, isAbsent } from './failure.ts'

/** Where a link leads, one step; nothing where the path is no link. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return resolve(dirname(path), await readlink(path))
  } catch (error) {
    if (isAbsent(error) || codeOf(error) === 'EINVAL') return undefined
    throw error
  }
}

/**
 * The folder itself where the path is a link to it: a link would be replaced, not followed. The link may lead to
 * nothing: so it does while the folder is swapped, and after a swap that was cut off. Throws a `Failure` where the path
 * is that of a file.
 */
export async function realFolder(path: string): Promise<string> {
  try {
    const folder = await realpath(path)
    if (!(await stat(folder)).isDirectory()) throw new Failure(`${path} is not a folder.`)
    return folder
  } catch (error) {
    if (!isAbsent(error)) throw error
    const target = await linkTarget(path)
    return target === undefined ? resolve(path) : realFolder(target)
  }
}
