import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Corrections, CorrectionsFile, checkedCorrections } from '#core/corrections.ts'
import { checkedJson, type FileContent } from '#core/monthFile.ts'
import { RemovedFile, type RemovedPaper } from '#core/removed.ts'
import type { Problem } from '#core/sources/source.ts'
import { Failure, isAbsent } from './failure.ts'

/** What people decided about the corpus, in files beside its folder: sources do not undo it. */
export interface CorpusEdits {
  removed: readonly RemovedPaper[]
  removedPath: string
  corrections: Corrections
  correctionsPath: string
  /** What is wrong with the corrections. */
  problems: Problem[]
}

const pathBeside = (out: string, name: string): string => join(dirname(resolve(out)), name)

/** What a file holds; `absent` where there is none. Throws a `Failure` that names file and flaw. */
async function readChecked<T>(path: string, parse: (text: string) => FileContent<T>, absent: T): Promise<T> {
  try {
    const content = parse(await readFile(path, 'utf8'))
    if (content.ok) return content.value
    throw new Failure(`${path}${content.why}: correct it in the file. Nothing was done.`)
  } catch (error) {
    if (isAbsent(error)) return absent
    throw error
  }
}

/** @param out the folder of the corpus */
export async function readEdits(out: string): Promise<CorpusEdits> {
  const removedPath = pathBeside(out, 'removed.json')
  const correctionsPath = pathBeside(out, 'corrections.json')
  const { removed } = await readChecked(removedPath, text => checkedJson(text, RemovedFile), {
    version: 1,
    removed: [],
  })
  const { corrections, problems } = checkedCorrections(
    await readChecked(correctionsPath, text => checkedJson(text, CorrectionsFile), {}),
  )
  return { removed, removedPath, corrections, correctionsPath, problems }
}

/** Replaces the list of removed papers, whole or not at all. */
export async function writeRemoved(path: string, removed: readonly RemovedPaper[]): Promise<void> {
  const sorted = removed.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const part = `${path}.${process.pid}.part`
  await writeFile(part, `${JSON.stringify({ version: 1, removed: sorted }, null, 2)}\n`, { flush: true })
  await rename(part, path)
}
