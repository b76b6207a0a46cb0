import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** Names of the files that a build keeps for itself in the folder of a site. No page has such a name: none begins with a dot. */
export const LIST = '.broadsheet-files.json'
export const LOCK = '.broadsheet.lock'
/** Name of a file while it is written, in the folder of the target. */
export const PART = '.broadsheet-part'

/** Files that builds wrote into a folder: paths below it, separated by `/`. */
export interface OwnFiles {
  files: Set<string>
  folders: Set<string>
}

const ListFile = z.object({
  version: z.literal(1),
  folders: z.array(z.string()),
  files: z.array(z.string()),
})

/** Status of a path, without following links; undefined if nothing is there. */
export const entryAt = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false })

/**
 * Whether a build can have written this path: never a hidden file, and nothing outside its folder, even if an edited list
 * says so.
 */
const isOwnable = (path: string): boolean =>
  path.split('/').every(part => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part))

const sorted = (paths: Iterable<string>): string[] => [...paths].filter(isOwnable).sort()

/**
 * The list of files that the last build left in a folder; undefined without one.
 *
 * @throws Error if its name is taken by something else
 */
export function readList(root: string): OwnFiles | undefined {
  const path = join(root, LIST)
  const entry = entryAt(path)
  if (entry === undefined) return undefined
  const advice = 'Delete it: the build then recognises its files by what is in them. Nothing was written.'
  if (!entry.isFile()) throw new Error(`${path} is no file. ${advice}`)
  let list: z.infer<typeof ListFile>
  try {
    list = ListFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Error(`${path} is no list of the files of a build. ${advice}`)
  }
  return { files: new Set(sorted(list.files)), folders: new Set(sorted(list.folders)) }
}

/** The text of such a list, the same for the same files. */
export const formatList = ({ files, folders }: OwnFiles): string =>
  `${JSON.stringify({ version: 1, folders: sorted(folders), files: sorted(files) }, null, 1)}\n`

/** The folders of a path, the outermost first, without that of the site. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
