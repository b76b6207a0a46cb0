import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#core/corpus.ts'
import { MONTH_FILE, parseMonthFile } from '#core/monthFile.ts'
import type { Paper } from '#core/paper.ts'
import { newerDay } from '#core/publish.ts'
import { type Cache, noCache } from './cache.ts'
import { checked } from './read.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** What is known of the papers of a month without reading them again. */
interface Outline {
  newestDigest: string | undefined
  /** By day, the ids of its papers and a hash of all they say. */
  days: Map<string, { ids: string[]; hash: string }>
}

function outlineOf(papers: readonly Paper[]): Outline {
  const days = new Map<string, Paper[]>()
  for (const paper of papers) days.set(dayOf(paper), [...(days.get(dayOf(paper)) ?? []), paper])
  return {
    newestDigest: papers.map(({ listedOn }) => listedOn.at(-1)).reduce(newerDay, undefined),
    days: new Map(
      Array.from(days, ([day, ofDay]) => [
        day,
        { ids: ofDay.map(({ id }) => id), hash: sha256(JSON.stringify(ofDay)) },
      ]),
    ),
  }
}

/** A file of the corpus, whose papers are read when they are asked for. */
class MonthFile {
  readonly path: string
  readonly outline: Outline
  readonly #bytes: Uint8Array
  #papers: Paper[] | undefined

  constructor(path: string, cache: Cache) {
    this.path = path
    this.#bytes = readFileSync(path)
    this.outline = cache.get(`outline ${sha256(this.#bytes)}`, () => outlineOf(this.papers()))
  }

  papers(): Paper[] {
    this.#papers ??= checked(this.path, parseMonthFile(new TextDecoder().decode(this.#bytes)))
    return this.#papers
  }
}

/** The papers of a corpus, as they are filed by day. */
export interface CorpusSource {
  /** How many papers each day has; those without a day are under `UNDATED`. */
  papersOn: ReadonlyMap<string, number>
  /** Absent where no paper was ever listed. */
  newestDigest: string | undefined
  /** The same only for the same papers on the same days. */
  versionOf(days: readonly string[]): string
  papersOf(days: readonly string[]): Paper[]
}

function checkUnique(files: readonly MonthFile[]): void {
  const placeOf = new Map<string, string>()
  for (const { path, outline } of files) {
    for (const id of [...outline.days.values()].flatMap(({ ids }) => ids)) {
      const other = placeOf.get(id)
      if (other !== undefined)
        throw new Error(`${path}: ${id} is the id of two papers, the other in ${other}`)
      placeOf.set(id, path)
    }
  }
}

/**
 * The corpus in the month files of a folder. Files that the cache knows are not parsed unless papers of theirs are asked
 * for. Throws an `Error` that names file and flaw.
 */
export function monthsIn(folder: string, cache: Cache = noCache): CorpusSource {
  const names = readdirSync(folder).filter(name => MONTH_FILE.test(name))
  const files = names.sort().map(name => new MonthFile(join(folder, name), cache))
  checkUnique(files)
  const papersOn = new Map<string, number>()
  for (const { outline } of files) {
    for (const [day, { ids }] of outline.days) papersOn.set(day, (papersOn.get(day) ?? 0) + ids.length)
  }
  return {
    papersOn,
    newestDigest: files.map(({ outline }) => outline.newestDigest).reduce(newerDay, undefined),
    versionOf: days =>
      sha256(
        // A file without any of these days says nothing of them: months that come later change no version.
        days
          .flatMap(day =>
            files.flatMap(({ outline }) => outline.days.get(day)?.hash ?? []).map(hash => `${day} ${hash}`),
          )
          .join('\n'),
      ),
    papersOf(days) {
      const wanted = new Set(days)
      return files
        .filter(({ outline }) => days.some(day => outline.days.has(day)))
        .flatMap(file => file.papers().filter(paper => wanted.has(dayOf(paper))))
    },
  }
}
