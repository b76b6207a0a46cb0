import { existsSync, realpathSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Corrections, CorrectionsFile, checkedCorrections } from '#core/papers/corrections.ts'
import { checkedJson, type FileContent } from '#core/papers/monthFile.ts'
import { RemovedFile, type RemovedPaper } from '#core/papers/removed.ts'
import type { Problem } from '#core/text/problem.ts'
import { Failure, isAbsent } from '../shared/failure.ts'
import { clearPart, replaceFile } from '../shared/replaceFile.ts'

/** Decisions of people about the corpus, in files beside its folder: sources do not undo them. */
export interface CorpusEdits {
  removed: readonly RemovedPaper[]
  removedPath: string
  corrections: Corrections
  correctionsPath: string
  /** Errors in the corrections. */
  problems: Problem[]
}

const REMOVED = 'removed.json'

const pathBeside = (corpus: string, name: string): string => join(dirname(resolve(corpus)), name)

/** The checked content of a file; `absent` if there is no file. Throws a `Failure` that names file and flaw. */
async function readChecked<T>(path: string, parse: (text: string) => FileContent<T>, absent: T): Promise<T> {
  try {
    const content = parse(await readFile(path, 'utf8'))
    if (content.ok) return content.value
    throw new Failure(`${path}${content.message}: correct it in the file. Nothing was done.`)
  } catch (error) {
    if (isAbsent(error)) return absent
    throw error
  }
}

/** @param corpus its folder */
export async function readEdits(corpus: string): Promise<CorpusEdits> {
  const removedPath = pathBeside(corpus, REMOVED)
  const correctionsPath = pathBeside(corpus, 'corrections.json')
  const { removed } = await readChecked(removedPath, text => checkedJson(text, RemovedFile), {
    version: 1,
    removed: [],
  })
  const { corrections, problems } = checkedCorrections(
    await readChecked(correctionsPath, text => checkedJson(text, CorrectionsFile), {}),
  )
  return { removed, removedPath, corrections, correctionsPath, problems }
}

/** The file behind a link. */
const fileAt = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

/** Replaces the list of removed papers, whole or not at all. */
export function writeRemoved(path: string, removed: readonly RemovedPaper[]): void {
  const sorted = removed.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const bytes = Buffer.from(`${JSON.stringify({ version: 1, removed: sorted }, null, 2)}\n`)
  const file = fileAt(path)
  replaceFile(file, bytes, statSync(file, { throwIfNoEntry: false }), { flush: true })
}

/** The list of earlier versions while they wrote it. */
const EARLIER_PART = /^removed\.json\.\d+\.part$/

/** Removes what interrupted writes left beside a corpus. Requires its lock. */
export async function clearEdits(corpus: string): Promise<void> {
  const removedPath = pathBeside(corpus, REMOVED)
  clearPart(fileAt(removedPath))
  for (const entry of await readdir(dirname(removedPath), { withFileTypes: true }))
    if (entry.isFile() && EARLIER_PART.test(entry.name)) await rm(join(dirname(removedPath), entry.name))
}
