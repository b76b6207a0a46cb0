import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { dayOfName } from '#core/sources/captureDay.ts'
import { readSource } from '#core/sources/index.ts'
import { jsonLines } from '#core/sources/json-lines.ts'
import { SIZE_LIMIT, sniff } from '#core/sources/sniff.ts'
import { type Problem, type Reading, refused, type SourceContext } from '#core/sources/source.ts'
import { Failure, isAbsent, messageOf } from './failure.ts'
import { beginningOf, STDIN, textOf } from './inputText.ts'

/** A file and what could be read of it. */
export interface ReadFile {
  path: string
  /** Without its folder, and without `.gz`. */
  name: string
  reading: Reading
}

/** JSON Lines are read in pieces of so many characters, so that their files may be of any length. */
const PIECE = 8_000_000

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const visible = names.filter(name => !name.split(/[\\/]/).some(part => part.startsWith('.')))
  const kinds = await Promise.all(
    visible.map(async name => ({ name, isFile: (await stat(join(folder, name))).isFile() })),
  )
  return kinds.filter(({ isFile }) => isFile).map(({ name }) => join(folder, name))
}

async function filesAt(path: string): Promise<string[]> {
  if (path === STDIN) return [STDIN]
  try {
    return (await stat(path)).isDirectory() ? await filesIn(path) : [path]
  } catch (error) {
    throw new Failure(isAbsent(error) ? `There is no file or folder ${path}.` : messageOf(error))
  }
}

/** Puts readings of pieces of one file together. */
class Pieces {
  readonly #context: SourceContext
  readonly #reading: Reading = { records: [], problems: [] }
  #line = 1

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Reads the whole lines of a text; gives back what stands behind them. */
  take(text: string): string {
    const end = text.lastIndexOf('\n') + 1
    this.#add(readSource(text.slice(0, end), { ...this.#context, firstLine: this.#line }))
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line++
    return text.slice(end)
  }

  finish(rest: string, why?: string): Reading {
    if (rest.trim() !== '' && why === undefined) {
      this.#add(readSource(rest, { ...this.#context, firstLine: this.#line }))
    }
    const place = `line ${this.#line}`
    if (why !== undefined) this.#add(refused(`nothing from here on was read: the file ${why}`, place))
    return this.#reading
  }

  #add({ records, problems }: Reading): void {
    for (const record of records) this.#reading.records.push(record)
    for (const problem of problems) this.#reading.problems.push(problem)
  }
}

/** Why the text of a file ended with an error. */
async function reasonOf(error: unknown, path: string): Promise<string> {
  if (error instanceof Failure) return error.message
  if (error instanceof TypeError) {
    // Not the text it should be: the readable part may still tell what it is instead.
    return (path === STDIN ? undefined : sniff(await beginningOf(path))) ?? 'is not UTF-8 text'
  }
  const message = messageOf(error)
  const isPacked = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
  return isPacked
    ? `holds compressed data that is damaged or cut off (${message})`
    : `cannot be read: ${message}`
}

async function readText(path: string, context: SourceContext): Promise<Reading> {
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
      } else limit = SIZE_LIMIT + 1
      if (text.length > SIZE_LIMIT) {
        const why = `is larger than ${SIZE_LIMIT / 1_000_000} MB`
        return pieces ? pieces.finish(text, `has a line that ${why}`) : refused(why)
      }
    }
  } catch (error) {
    const why = await reasonOf(error, path)
    return pieces ? pieces.finish(text, why) : refused(why)
  }
  return pieces ? pieces.finish(text) : readSource(text, context)
}

async function readInput(path: string, day: string | undefined): Promise<ReadFile> {
  const name = path === STDIN ? 'standard input' : basename(path).replace(/\.gz$/i, '')
  const named = dayOfName(name)
  const captured = day ?? named
  const reading = await readText(path, captured === undefined ? { name } : { name, day: captured })
  const problems: Problem[] = [...reading.problems]
  if (day !== undefined && named !== undefined && named !== day) {
    problems.unshift({ where: '', why: `--date ${day} is used, though the name says ${named}`, lost: false })
  }
  return { path, name, reading: { ...reading, problems } }
}

/**
 * Reads files and the files in folders, each once, hidden ones left out; `-` is standard input. Throws a `Failure` where
 * a path is absent.
 *
 * @param day capture day of all files, `yyyy-mm-dd`, in place of the one in each file's name
 */
export async function readInputs(paths: readonly string[], day?: string): Promise<ReadFile[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  if (files.length === 0) throw new Failure(`There are no files in ${paths.join(', ')}.`)
  const byPlace = new Map(files.map(file => [file === STDIN ? STDIN : resolve(file), file]))
  const read: ReadFile[] = []
  for (const file of byPlace.values()) read.push(await readInput(file, day))
  return read
}
