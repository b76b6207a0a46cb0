import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const MAIN = createRequire(import.meta.url)

/** Folder of an installed package, with its scripts as they were published. */
export function packageFolder(name: string): string {
  const folders = MAIN.resolve.paths(name) ?? []
  const folder = folders.map(each => join(each, name)).find(each => isPackage(each))
  if (folder === undefined) throw new Error(`The package ${name} is not installed. Run npm ci.`)
  return folder
}

function isPackage(folder: string): boolean {
  try {
    return 'name' in JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch {
    return false
  }
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8'))
  return version
}

/**
 * Error for a dependency whose text the build replaces or edits, and whose text is another than the one that the edit was
 * written for. Without it, the build would go on and ship the unedited text.
 *
 * @param expected what the edit looks for and did not find
 * @param editor file that has the edit
 */
export const changedDependency = (name: string, expected: string, editor: string): Error =>
  new Error(
    `${name} ${versionOf(name)} has changed: ${expected}. Compare it with the version before, then adapt or remove the edit in ${editor}.`,
  )
