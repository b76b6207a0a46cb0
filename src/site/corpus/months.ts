import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishingDay } from '#core/papers/corpus.ts'
import { listingDays } from '#core/papers/listingDays.ts'
import { faultLines, withoutClashes } from '#core/papers/monthFaults.ts'
import { MONTH_FILE, type MonthContent, parseMonthFile, type RecordFault } from '#core/papers/monthFile.ts'
import type { Paper } from '#core/papers/paper.ts'
import { clashesOf } from '#core/papers/paperIds.ts'
import { newerDay } from '#core/publish/publish.ts'
import { type BuildCache, noCache } from '../build/cache.ts'
import { checked } from '../build/read.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Cached facts about the papers of a month. */
interface Outline {
  newestDigest: string | undefined
  /** Ids of all papers, to find repeated ones. */
  names: { id: string; aliases: string[] }[]
  /** By day: a hash of its papers, and their number. */
  days: Map<string, { count: number; hash: string }>
  faults: RecordFault[]
}

function outlineOf({ records, faults }: MonthContent): Outline {
  const papers = records.map(({ paper }) => paper)
  const days = new Map<string, Paper[]>()
  for (const paper of papers) {
    const ofDay = days.get(publishingDay(paper))
    if (ofDay) ofDay.push(paper)
    else days.set(publishingDay(paper), [paper])
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

/** A file of the corpus. Its papers are read on demand. */
class MonthFile {
  readonly path: string
  outline: Outline
  readonly #bytes: Uint8Array
  #content: MonthContent | undefined

  constructor(path: string, cache: BuildCache) {
    this.path = path
    this.#bytes = readFileSync(path)
    this.outline = cache.get(`outline ${sha256(this.#bytes)}`, () => outlineOf(this.content))
  }

  get content(): MonthContent {
    this.#content ??= checked(this.path, parseMonthFile(new TextDecoder().decode(this.#bytes)))
    return this.#content
  }

  /** Replaces the content by a part of it. */
  reduceTo(content: MonthContent): void {
    this.#content = content
    this.outline = outlineOf(content)
  }
}

/** The papers of a corpus by day. */
export interface CorpusSource {
  /** Number of papers by day; papers without a day are under `UNDATED`. */
  papersOn: ReadonlyMap<string, number>
  /** Absent if no paper was listed or added on a known day. */
  newestDigest: string | undefined
  /** Hash of the papers of these days. */
  versionOf(days: readonly string[]): string
  papersOf(days: readonly string[]): Paper[]
  /** One sentence for each unreadable record, with file, position and remedy. */
  faults: string[]
}

/** Drops papers whose id another paper has. Only if there are any, which is rare, the files are read. */
function leaveOutClashes(files: readonly MonthFile[]): void {
  const names = files.flatMap(({ outline }) => outline.names.map(name => ({ ...name, place: '' })))
  if (clashesOf(names).length === 0) return
  for (const { path, content } of withoutClashes(files)) {
    files.find(file => file.path === path)?.reduceTo(content)
  }
}

/**
 * The corpus in the month files of a folder. Cached files are parsed only when their papers are requested. Throws an
 * `Error` that names file and flaw.
 */
export function monthsIn(folder: string, cache: BuildCache = noCache): CorpusSource {
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
        // A file without any of these days does not count: later months change no version.
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
          content.records.map(({ paper }) => paper).filter(paper => wanted.has(publishingDay(paper))),
        )
    },
  }
}
