import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** Names of what a build keeps in the folder of a site for itself. No page has such a name: none begins with a dot. */
export const LIST = '.broadsheet-files.json'
export const LOCK = '.broadsheet.lock'
/** A file that is being written, in the folder of the file that it becomes. */
export const PART = '.broadsheet-part'

/** What builds wrote into a folder: paths below it, with `/` between their parts. */
export interface OwnFiles {
  files: Set<string>
  folders: Set<string>
}

const ListFile = z.object({
  version: z.literal(1),
  folders: z.array(z.string()),
  files: z.array(z.string()),
})

/** What a path names, without following a link; nothing where it names nothing. */
export const entryAt = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false })

/**
 * Whether a build may have written a file of this path. No build writes a hidden file or outside its folder, whatever a
 * list says that somebody has changed.
 */
const isOwnable = (path: string): boolean =>
  path.split('/').every(part => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part))

const sorted = (paths: Iterable<string>): string[] => [...paths].filter(isOwnable).sort()

/**
 * The list of files that the last build left in a folder. Nothing where there is none.
 *
 * @throws Error where there is something else of its name
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

/** The text of such a list. The same files give the same text. */
export const formatList = ({ files, folders }: OwnFiles): string =>
  `${JSON.stringify({ version: 1, folders: sorted(folders), files: sorted(files) }, null, 1)}\n`

/** The folders that a path lies in, the outermost first, without that of the site. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
