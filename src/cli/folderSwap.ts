import { access, rename, rm } from 'node:fs/promises'
import { isAbsent } from './failure.ts'

/** The complete new state, until it takes the folder's name. */
export const nextOf = (folder: string): string => `${folder}.next`
/** The old state, from the moment it gives its name up until it is removed. */
const previousOf = (folder: string): string => `${folder}.previous`

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

/**
 * Where the folder's content is, after a crash too. Only a complete `next` lets the folder become `previous`, so
 * where the folder itself is gone and both of these stand, `next` is the state to go on from.
 */
export async function folderNow(folder: string): Promise<string> {
  if ((await exists(folder)) || !(await exists(previousOf(folder)))) return folder
  return (await exists(nextOf(folder))) ? nextOf(folder) : previousOf(folder)
}

/** Finishes or undoes a swap that was cut off, and clears away what it left behind. */
export async function recoverSwap(folder: string): Promise<void> {
  const now = await folderNow(folder)
  if (now !== folder) await rename(now, folder)
  await remove(nextOf(folder))
  await remove(previousOf(folder))
}

/** Puts `next`, complete by now, in the folder's place; where that fails the folder is as it was. */
export async function swapIn(folder: string): Promise<void> {
  const replaces = await exists(folder)
  if (replaces) await rename(folder, previousOf(folder))
  try {
    await rename(nextOf(folder), folder)
  } catch (error) {
    if (replaces) await rename(previousOf(folder), folder)
    throw error
  }
  await remove(previousOf(folder))
}
