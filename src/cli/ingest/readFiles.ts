import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { dayOfName } from '#core/sources/captureDay.ts'
import { readSource } from '#core/sources/index.ts'
import { jsonLines } from '#core/sources/jsonLines.ts'
import { SIZE_LIMIT, sniff, tooLarge } from '#core/sources/sniff.ts'
import { rejected, type SourceContext, type SourceReading } from '#core/sources/source.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import type { Problem } from '#core/text/problem.ts'
import { Failure, isAbsent } from '../shared/failure.ts'
import { decodeFile, STDIN, startOf } from './decodeFile.ts'
import { LineChunker } from './lineChunker.ts'

/** A file and the records in it. */
export interface ParsedFile {
  path: string
  /** Without its folder, and without `.gz`. */
  name: string
  reading: SourceReading
}

/** Progress of reading several files. */
export interface ReadProgress {
  /** The current file. */
  file: string
  filesRead: number
  files: number
  records: number
}

/** Receives the number of records read so far from a long file. */
type OnRecords = (soFar: number) => void

/** JSON Lines are parsed in chunks of this number of characters. */
const CHUNK_LENGTH = 8_000_000

/** The files in a folder and what cannot be read there, to be named; hidden ones are left out. */
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
    // A broken link or an unreadable folder is named with the files.
    if (await isThere(path)) return [path]
    throw new Failure(isAbsent(error) ? `There is no file or folder ${path}.` : errorMessage(error))
  }
}

/** Why a path cannot be read; `undefined` for a file. Reading a pipe might never end. */
async function obstacleAt(path: string): Promise<string | undefined> {
  if (path === STDIN) return undefined
  try {
    const kind = await stat(path)
    if (kind.isFile()) return undefined
    if (!kind.isDirectory()) return 'is no file: what is a pipe or a device can be given to standard input'
    const isLink = (await lstat(path)).isSymbolicLink()
    return isLink ? 'is a link to a folder: name that folder itself' : 'is a folder that cannot be read'
  } catch (error) {
    if (!isAbsent(error)) return `cannot be read: ${errorMessage(error)}`
    return (await isThere(path)) ? 'is a link to nothing' : 'is gone'
  }
}

/** Why reading the text of a file failed. */
async function reasonOf(error: unknown, path: string): Promise<string> {
  if (error instanceof Failure) return error.message
  if (error instanceof TypeError) {
    // The readable beginning may still tell what the file is.
    return (path === STDIN ? undefined : sniff(await startOf(path))) ?? 'is not UTF-8 text: save it as UTF-8'
  }
  const message = errorMessage(error)
  const isPacked = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
  return isPacked
    ? `holds compressed data that is damaged or cut off (${message})`
    : `cannot be read: ${message}`
}

async function readPath(path: string, context: SourceContext, onRecords: OnRecords): Promise<SourceReading> {
  const obstacle = await obstacleAt(path)
  if (obstacle !== undefined) return rejected(obstacle)
  let text = ''
  let chunker: LineChunker | undefined
  let limit = CHUNK_LENGTH
  try {
    for await (const part of decodeFile(path)) {
      text += part
      if (text.length < limit) continue
      if (!chunker && limit === CHUNK_LENGTH && jsonLines.detect(text, context.name) > 0)
        chunker = new LineChunker(context)
      if (chunker) {
        text = chunker.push(text)
        limit = text.length + CHUNK_LENGTH
        onRecords(chunker.records)
      } else if (text.length > SIZE_LIMIT) return rejected(tooLarge(text))
      else limit = SIZE_LIMIT + 1
    }
  } catch (error) {
    const message = await reasonOf(error, path)
    return chunker ? chunker.finish(text, message) : rejected(message)
  }
  return chunker ? chunker.finish(text) : readSource(text, context)
}

/** The context of a text by its path: its name, and its day unless a person gives that. */
function contextOf(path: string, day?: string, completes = false): SourceContext {
  const name = path === STDIN ? 'standard input' : basename(path).replace(/\.gz$/i, '')
  const captured = day ?? dayOfName(name)
  return { name, ...(captured !== undefined && { day: captured }), ...(completes && { completes }) }
}

/** Parses a text as the file at this path will be parsed. */
export function parseText(path: string, text: string): ParsedFile {
  const context = contextOf(path)
  return { path, name: context.name, reading: readSource(text, context) }
}

async function readFile(
  path: string,
  day: string | undefined,
  completes: boolean,
  onRecords: OnRecords,
): Promise<ParsedFile> {
  const context = contextOf(path, day, completes)
  const reading = await readPath(path, context, onRecords)
  const problems: Problem[] = [...reading.problems]
  const named = dayOfName(context.name)
  if (day !== undefined && named !== undefined && named !== day) {
    problems.unshift({
      where: '',
      message: `--date ${day} is used, though the name says ${named}`,
      dropped: false,
    })
  }
  return { path, name: context.name, reading: { ...reading, problems } }
}

/**
 * Reads files and the files in folders, each once, without hidden ones; `-` is standard input. Throws a `Failure` for a
 * path that does not exist.
 *
 * @param day capture day of all files, `yyyy-mm-dd`, instead of the one in each file's name
 */
export async function readFiles(
  paths: readonly string[],
  day?: string,
  onProgress: (progress: ReadProgress) => void = () => {},
  completes = false,
): Promise<ParsedFile[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  if (files.length === 0) throw new Failure(`There are no files in ${paths.join(', ')}.`)
  const byPlace = new Map(files.map(file => [file === STDIN ? STDIN : resolve(file), file]))
  const read: ParsedFile[] = []
  let records = 0
  for (const file of byPlace.values()) {
    const progress = { file, filesRead: read.length, files: byPlace.size }
    const onRecords: OnRecords = soFar => onProgress({ ...progress, records: records + soFar })
    onRecords(0)
    const input = await readFile(file, day, completes, onRecords)
    records += input.reading.records.length
    read.push(input)
  }
  return read
}
