import { readlink, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { codeOf, Failure, isAbsent } from './failure.ts'

/** The target of a link, one step; `undefined` if the path is no link. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return resolve(dirname(path), await readlink(path))
  } catch (error) {
    if (isAbsent(error) || codeOf(error) === 'EINVAL') return undefined
    throw error
  }
}

/**
 * The folder behind a link: renaming would replace the link itself. The target may be missing, as it is during a swap and
 * after an interrupted one. Throws a `Failure` for the path of a file.
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
