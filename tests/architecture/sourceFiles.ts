import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text file of the repository; its path is relative to the root. */
export interface SourceFile {
  path: string
  text: string
}

/** All files below `folder` whose path matches, sorted by path. */
export const filesBelow = (folder: string, pattern: RegExp): SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => join(folder, path))
    .filter(path => pattern.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))

/** TypeScript, without declaration files. */
export const TYPESCRIPT = /(?<!\.d)\.tsx?$/
