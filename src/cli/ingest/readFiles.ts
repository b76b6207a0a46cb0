import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { dayOfName } from '#core/sources/captureDay.ts'
import { readSource } from '#core/sources/index.ts'
import { jsonLines } from '#core/sources/json-lines.ts'
import { SIZE_LIMIT, sniff, tooLarge } from '#core/sources/sniff.ts'
import { type Problem, type Reading, refused, type SourceContext } from '#core/sources/source.ts'
import { Failure, isAbsent, messageOf } from '../shared/failure.ts'
import { beginningOf, STDIN, textOf } from './decodeFile.ts'
import { Pieces } from './lineChunker.ts'

/** A file and what could be read of it. */
export interface ReadFile {
  path: string
  /** Without its folder, and without `.gz`. */
  name: string
  reading: Reading
}

/** How far the reading of several files has come. */
export interface ReadingProgress {
  /** The file that is read now. */
  file: string
  filesRead: number
  files: number
  records: number
}

/** Told how many records of a long file have been read. */
type OnRecords = (soFar: number) => void

/** JSON Lines longer than so many characters are read in pieces of this length. */
const PIECE = 8_000_000

/** The files in a folder, and what else is there and would have to be said. Hidden ones are left alone. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path).catch(() => [path]) : [path]
    })
  return (await Promise.all(found)).flat()
}

const isThere = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined

async function filesAt(path: string): Promise<string[]> {
  if (path === STDIN) return [STDIN]
  try {
    return (await stat(path)).isDirectory() ? await filesIn(path) : [path]
  } catch (error) {
    // A link to nothing, a folder that may not be read: it is named with the files.
    if (await isThere(path)) return [path]
    throw new Failure(isAbsent(error) ? `There is no file or folder ${path}.` : messageOf(error))
  }
}

/** Why a path is not read; nothing where it is a file. The reading of a pipe might never end. */
async function obstacleAt(path: string): Promise<string | undefined> {
  if (path === STDIN) return undefined
  try {
    const kind = await stat(path)
    if (kind.isFile()) return undefined
    if (!kind.isDirectory()) return 'is no file: what is a pipe or a device can be given to standard input'
    const isLink = (await lstat(path)).isSymbolicLink()
    return isLink ? 'is a link to a folder: name that folder itself' : 'is a folder that cannot be read'
  } catch (error) {
    if (!isAbsent(error)) return `cannot be read: ${messageOf(error)}`
    return (await isThere(path)) ? 'is a link to nothing' : 'is gone'
  }
}

/** Why the text of a file ended with an error. */
async function reasonOf(error: unknown, path: string): Promise<string> {
  if (error instanceof Failure) return error.message
  if (error instanceof TypeError) {
    // Not the text it should be: the readable part may still tell what it is instead.
    return (
      (path === STDIN ? undefined : sniff(await beginningOf(path))) ?? 'is not UTF-8 text: save it as UTF-8'
    )
  }
  const message = messageOf(error)
  const isPacked = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
  return isPacked
    ? `holds compressed data that is damaged or cut off (${message})`
    : `cannot be read: ${message}`
}

async function readPath(path: string, context: SourceContext, onRecords: OnRecords): Promise<Reading> {
  const obstacle = await obstacleAt(path)
  if (obstacle !== undefined) return refused(obstacle)
  let text = ''
  let pieces: Pieces | undefined
  let limit = PIECE
  try {
    for await (const part of textOf(path)) {
      text += part
      if (text.length < limit) continue
      if (!pieces && limit === PIECE && jsonLines.detect(text, context.name) > 0) pieces = new Pieces(context)
      if (pieces) {
        text = pieces.take(text)
        limit = text.length + PIECE
        onRecords(pieces.records)
      } else if (text.length > SIZE_LIMIT) return refused(tooLarge(text))
      else limit = SIZE_LIMIT + 1
    }
  } catch (error) {
    const why = await reasonOf(error, path)
    return pieces ? pieces.finish(text, why) : refused(why)
  }
  return pieces ? pieces.finish(text) : readSource(text, context)
}

/** What a text cannot know, from its path: the name, and the day that it or a person says. */
function contextOf(path: string, day?: string, completes = false): SourceContext {
  const name = path === STDIN ? 'standard input' : basename(path).replace(/\.gz$/i, '')
  const captured = day ?? dayOfName(name)
  return { name, ...(captured !== undefined && { day: captured }), ...(completes && { completes }) }
}

/** Reads a text that stands, or is to stand, in a file: as that file will be read. */
export function readText(path: string, text: string): ReadFile {
  const context = contextOf(path)
  return { path, name: context.name, reading: readSource(text, context) }
}

async function readInput(
  path: string,
  day: string | undefined,
  completes: boolean,
  onRecords: OnRecords,
): Promise<ReadFile> {
  const context = contextOf(path, day, completes)
  const reading = await readPath(path, context, onRecords)
  const problems: Problem[] = [...reading.problems]
  const named = dayOfName(context.name)
  if (day !== undefined && named !== undefined && named !== day) {
    problems.unshift({ where: '', why: `--date ${day} is used, though the name says ${named}`, lost: false })
  }
  return { path, name: context.name, reading: { ...reading, problems } }
}

/**
 * Reads files and the files in folders, each once, hidden ones left out; `-` is standard input. Throws a `Failure` where
 * a path is absent.
 *
 * @param day capture day of all files, `yyyy-mm-dd`, in place of the one in each file's name
 */
export async function readInputs(
  paths: readonly string[],
  day?: string,
  onProgress: (progress: ReadingProgress) => void = () => {},
  completes = false,
): Promise<ReadFile[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  if (files.length === 0) throw new Failure(`There are no files in ${paths.join(', ')}.`)
  const byPlace = new Map(files.map(file => [file === STDIN ? STDIN : resolve(file), file]))
  const read: ReadFile[] = []
  let records = 0
  for (const file of byPlace.values()) {
    const progress = { file, filesRead: read.length, files: byPlace.size }
    const onRecords: OnRecords = soFar => onProgress({ ...progress, records: records + soFar })
    onRecords(0)
    const input = await readInput(file, day, completes, onRecords)
    records += input.reading.records.length
    read.push(input)
  }
  return read
}
