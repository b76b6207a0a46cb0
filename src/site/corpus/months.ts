import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#core/papers/corpus.ts'
import { listingDays } from '#core/papers/listingDays.ts'
import { faultLines, withoutClashes } from '#core/papers/monthFaults.ts'
import { MONTH_FILE, type MonthContent, parseMonthFile, type RecordFault } from '#core/papers/monthFile.ts'
import type { Paper } from '#core/papers/paper.ts'
import { clashesOf } from '#core/papers/paperIds.ts'
import { newerDay } from '#core/publish/publish.ts'
import { type Cache, noCache } from '../build/cache.ts'
import { checked } from '../build/read.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** What is known of the papers of a month without reading them again. */
interface Outline {
  newestDigest: string | undefined
  /** Of all papers, what tells whether another has the same. */
  names: { id: string; aliases: string[] }[]
  /** A hash by day of all that its papers say, and how many there are. */
  days: Map<string, { count: number; hash: string }>
  faults: RecordFault[]
}

function outlineOf({ records, faults }: MonthContent): Outline {
  const papers = records.map(({ paper }) => paper)
  const days = new Map<string, Paper[]>()
  for (const paper of papers) {
    const ofDay = days.get(dayOf(paper))
    if (ofDay) ofDay.push(paper)
    else days.set(dayOf(paper), [paper])
  }
  return {
    newestDigest: papers.map(paper => listingDays(paper).at(-1)).reduce(newerDay, undefined),
    names: papers.map(({ id, aliases }) => ({ id, aliases })),
    days: new Map(
      Array.from(days, ([day, ofDay]) => [day, { count: ofDay.length, hash: sha256(JSON.stringify(ofDay)) }]),
    ),
    faults,
  }
}

/** A file of the corpus, whose papers are read when they are asked for. */
class MonthFile {
  readonly path: string
  outline: Outline
  readonly #bytes: Uint8Array
  #content: MonthContent | undefined

  constructor(path: string, cache: Cache) {
    this.path = path
    this.#bytes = readFileSync(path)
    this.outline = cache.get(`outline ${sha256(this.#bytes)}`, () => outlineOf(this.content))
  }

  get content(): MonthContent {
    this.#content ??= checked(this.path, parseMonthFile(new TextDecoder().decode(this.#bytes)))
    return this.#content
  }

  /** Takes less to be in the file than is. */
  reduceTo(content: MonthContent): void {
    this.#content = content
    this.outline = outlineOf(content)
  }
}

/** The papers of a corpus, as they are filed by day. */
export interface CorpusSource {
  /** How many papers each day has; those without a day are under `UNDATED`. */
  papersOn: ReadonlyMap<string, number>
  /** Absent where no paper was listed or added on a known day. */
  newestDigest: string | undefined
  /** The same only for the same papers on the same days. */
  versionOf(days: readonly string[]): string
  papersOf(days: readonly string[]): Paper[]
  /** One sentence for each record that cannot be read, with file, place and what to do. */
  faults: string[]
}

/** Leaves out papers with an id that another has. Hardly ever there is one, and then the files are read. */
function leaveOutClashes(files: readonly MonthFile[]): void {
  const names = files.flatMap(({ outline }) => outline.names.map(name => ({ ...name, place: '' })))
  if (clashesOf(names).length === 0) return
  for (const { path, content } of withoutClashes(files)) {
    files.find(file => file.path === path)?.reduceTo(content)
  }
}

/**
 * The corpus in the month files of a folder. Files that the cache knows are not parsed unless papers of theirs are asked
 * for. Throws an `Error` that names file and flaw.
 */
export function monthsIn(folder: string, cache: Cache = noCache): CorpusSource {
  const names = readdirSync(folder).filter(name => MONTH_FILE.test(name))
  const files = names.sort().map(name => new MonthFile(join(folder, name), cache))
  leaveOutClashes(files)
  const papersOn = new Map<string, number>()
  for (const { outline } of files) {
    for (const [day, { count }] of outline.days) papersOn.set(day, (papersOn.get(day) ?? 0) + count)
  }
  return {
    papersOn,
    faults: files.flatMap(({ path, outline }) => faultLines(path, { records: [], faults: outline.faults })),
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
        .flatMap(({ content }) =>
          content.records.map(({ paper }) => paper).filter(paper => wanted.has(dayOf(paper))),
        )
    },
  }
}
