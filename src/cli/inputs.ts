import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { SIZE_LIMIT, sniff } from '#core/sources/sniff.ts'
import { Failure, isAbsent, messageOf } from './failure.ts'

/** A file to ingest. `refused` says why it has no text. */
export type Input = { path: string; name: string } & ({ text: string } | { refused: string })

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const visible = names.filter(name => !name.split(/[\\/]/).some(part => part.startsWith('.')))
  const kinds = await Promise.all(
    visible.map(async name => ({ name, isFile: (await stat(join(folder, name))).isFile() })),
  )
  return kinds.filter(({ isFile }) => isFile).map(({ name }) => join(folder, name))
}

async function filesAt(path: string): Promise<string[]> {
  try {
    return (await stat(path)).isDirectory() ? await filesIn(path) : [path]
  } catch (error) {
    throw new Failure(isAbsent(error) ? `There is no file or folder ${path}.` : messageOf(error))
  }
}

/** Bytes that are not UTF-8 are not guessed at: a wrong guess would spoil names without a sign. */
function decoded(bytes: Uint8Array): { text: string } | { refused: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    // Not UTF-8: the readable part may still tell what it is instead.
    return { refused: sniff(new TextDecoder().decode(bytes)) ?? 'is not UTF-8 text' }
  }
}

async function readInput(path: string): Promise<Input> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > SIZE_LIMIT) return { path, name, refused: `is larger than ${SIZE_LIMIT / 1_000_000} MB` }
    return { path, name, ...decoded(await readFile(path)) }
  } catch (error) {
    return { path, name, refused: `cannot be read: ${messageOf(error)}` }
  }
}

/** Reads files and the files in folders, each once, hidden ones left out. Throws a `Failure` where a path is absent. */
export async function readInputs(paths: readonly string[]): Promise<Input[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  if (files.length === 0) throw new Failure(`There are no files in ${paths.join(', ')}.`)
  const byPlace = new Map(files.map(file => [resolve(file), file]))
  return Promise.all([...byPlace.values()].map(readInput))
}
