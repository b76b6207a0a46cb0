import { setTimeout } from 'node:timers/promises'
import type { SourceRecord } from '#core/sources/source.ts'
import { grouped } from '#core/text/numbers.ts'
import { Failure } from '../shared/failure.ts'
import { bar, type StatusOutput } from '../shared/terminal.ts'
import type { FetchWish, IngestArguments } from './ingestArguments.ts'
import { problemLine } from './ingestReport.ts'
import { Site } from './providers/apiClient.ts'
import type { Clock, Questions } from './providers/apiRequest.ts'
import { arxivIdQuestions, asAnswered, type Fate } from './providers/arxivIds.ts'
import { type Gathered, gather } from './providers/fetchAll.ts'
import { REMOTES } from './providers/providers.ts'
import { RawAnswers } from './providers/responseStore.ts'
import { type ReadFile, type ReadingProgress, readInputs } from './readFiles.ts'

type Wanted = Extract<IngestArguments, { input: unknown }>

/** The clock of this machine. */
export const CLOCK: Clock = { now: Date.now, sleep: ms => setTimeout(ms) }

async function fetchFiles(
  wish: FetchWish,
  own: Questions | undefined,
  dryRun: boolean,
  clock: Clock,
  output: StatusOutput,
): Promise<Gathered> {
  const { from, base, timeoutMs, sources, refetch } = wish
  const remote = REMOTES[from]
  const questions = own ?? remote.questions(base, wish, clock.now())
  const kept = new RawAnswers(sources)
  let asked = 0
  const work = () =>
    gather(questions, {
      site: new Site({ ...remote, timeoutMs }, clock),
      kept,
      clock,
      refetch,
      keeps: !dryRun,
      onAnswer: file => output.status(`fetching ${file} (${++asked})`),
    })
  return dryRun ? work() : kept.whileLocked(work)
}

const isLink = ({ paper }: SourceRecord): boolean => paper.sources.every(({ format }) => format === 'links')

const unanswered = (id: string): Fate => ({
  why: `${id} could not be completed: run the same command again when the arXiv can be reached`,
  isWrong: false,
})

/** Asks the arXiv for the papers of which files say an id only, unless the corpus has more of them already. */
async function completed(
  files: readonly ReadFile[],
  wish: FetchWish,
  dryRun: boolean,
  known: ReadonlySet<string>,
  clock: Clock,
  output: StatusOutput,
): Promise<ReadFile[]> {
  const places = files.flatMap(({ path, reading }) =>
    reading.records.flatMap(record => {
      const { arxivId } = record.paper
      return isLink(record) && arxivId !== undefined && !known.has(arxivId)
        ? [{ path, where: record.where, arxivId }]
        : []
    }),
  )
  if (places.length === 0) return [...files]
  const fates = new Map<string, Fate>()
  const ids = places.map(({ arxivId }) => arxivId)
  const questions = arxivIdQuestions(wish.base, ids, fates)
  const gathered = await fetchFiles(wish, questions, dryRun, clock, output)
  const records = gathered.files.flatMap(({ reading }) => reading.records)
  const answered = new Set(records.flatMap(({ paper }) => paper.arxivId ?? []))
  const idIn = (arxivId: string): string => (answered.has(arxivId) ? arxivId : asAnswered(arxivId))
  const fateOf = (arxivId: string): Fate => fates.get(arxivId) ?? unanswered(arxivId)
  const complete = (record: SourceRecord): SourceRecord[] => {
    const { arxivId } = record.paper
    if (!isLink(record) || arxivId === undefined || known.has(arxivId)) return [record]
    if (answered.has(idIn(arxivId)))
      return [{ ...record, paper: { ...record.paper, arxivId: idIn(arxivId) } }]
    return fateOf(arxivId).isWrong ? [] : [record]
  }
  return [
    ...files.map(file => {
      const missing = places.filter(({ path, arxivId }) => path === file.path && !answered.has(idIn(arxivId)))
      return {
        ...file,
        reading: {
          ...file.reading,
          records: file.reading.records.flatMap(complete),
          problems: [
            ...file.reading.problems,
            ...missing.map(({ where, arxivId }) => ({ where, why: fateOf(arxivId).why, lost: true })),
          ],
        },
      }
    }),
    ...gathered.files,
  ]
}

/** Reads or fetches what the command was given. Throws a `Failure` where that is nothing at all. */
export async function readInput(
  { input, dryRun }: Wanted,
  known: ReadonlySet<string>,
  clock: Clock,
  output: StatusOutput,
): Promise<ReadFile[]> {
  if ('paths' in input) {
    const onProgress = ({ file, filesRead, files, records }: ReadingProgress): void => {
      const counts = `${filesRead} of ${files} ${files === 1 ? 'file' : 'files'}, ${grouped(records)} papers`
      output.status(`${bar(filesRead, files)} ${counts} · ${file}`)
    }
    const { completion } = input
    const files = await readInputs(input.paths, input.day, onProgress, completion !== undefined)
    return completion ? completed(files, completion, dryRun, known, clock, output) : files
  }
  const { files, answered } = await fetchFiles(input, undefined, dryRun, clock, output)
  if (answered > 0) return files
  for (const { path, reading } of files)
    for (const problem of reading.problems) output.complain(problemLine(path, problem))
  throw new Failure('Nothing was fetched, and nothing was done.')
}
