import { setTimeout } from 'node:timers/promises'
import type { SourceRecord } from '#core/sources/source.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { Failure } from '../shared/failure.ts'
import { bar, type StatusOutput } from '../shared/terminal.ts'
import type { FetchArguments, IngestInput } from './ingestArguments.ts'
import { problemLine } from './ingestReport.ts'
import { ApiClient } from './providers/apiClient.ts'
import type { ApiRequests, Clock } from './providers/apiRequest.ts'
import { arxivIdRequests, type MissingPaper, withoutSubjectClass } from './providers/arxivIds.ts'
import { type FetchResult, fetchAll } from './providers/fetchAll.ts'
import { PROVIDERS } from './providers/providers.ts'
import { ResponseStore } from './providers/responseStore.ts'
import { type ParsedFile, type ReadProgress, readFiles } from './readFiles.ts'

/** The clock of this machine. */
export const CLOCK: Clock = { now: Date.now, sleep: ms => setTimeout(ms) }

async function fetchFiles(
  wanted: FetchArguments,
  ownRequests: ApiRequests | undefined,
  dryRun: boolean,
  clock: Clock,
  output: StatusOutput,
): Promise<FetchResult> {
  const { from, base, timeoutMs, sources, refetch } = wanted
  const provider = PROVIDERS[from]
  const requests = ownRequests ?? provider.requests(base, wanted, clock.now())
  const store = new ResponseStore(sources)
  let sent = 0
  const work = () =>
    fetchAll(requests, {
      client: new ApiClient({ ...provider, timeoutMs }, clock),
      store,
      clock,
      refetch,
      saves: !dryRun,
      onProgress: file => output.status(`fetching ${file} (${++sent})`),
    })
  return dryRun ? work() : store.whileLocked(work)
}

const isLink = ({ paper }: SourceRecord): boolean => paper.sources.every(({ format }) => format === 'links')

const unanswered = (id: string): MissingPaper => ({
  message: `${id} could not be completed: run the same command again when the arXiv can be reached`,
  isWrongId: false,
})

/** Fetches from the arXiv the papers of which files give an id only, unless the corpus knows more of them already. */
async function complete(
  files: readonly ParsedFile[],
  wanted: FetchArguments,
  dryRun: boolean,
  known: ReadonlySet<string>,
  clock: Clock,
  output: StatusOutput,
): Promise<ParsedFile[]> {
  const places = files.flatMap(({ path, reading }) =>
    reading.records.flatMap(record => {
      const { arxivId } = record.paper
      return isLink(record) && arxivId !== undefined && !known.has(arxivId)
        ? [{ path, where: record.where, arxivId }]
        : []
    }),
  )
  if (places.length === 0) return [...files]
  const missing = new Map<string, MissingPaper>()
  const ids = places.map(({ arxivId }) => arxivId)
  const requests = arxivIdRequests(wanted.base, ids, missing)
  const fetched = await fetchFiles(wanted, requests, dryRun, clock, output)
  const records = fetched.files.flatMap(({ reading }) => reading.records)
  const answered = new Set(records.flatMap(({ paper }) => paper.arxivId ?? []))
  const answeredId = (arxivId: string): string =>
    answered.has(arxivId) ? arxivId : withoutSubjectClass(arxivId)
  const reasonFor = (arxivId: string): MissingPaper => missing.get(arxivId) ?? unanswered(arxivId)
  const withAnsweredId = (record: SourceRecord): SourceRecord[] => {
    const { arxivId } = record.paper
    if (!isLink(record) || arxivId === undefined || known.has(arxivId)) return [record]
    if (answered.has(answeredId(arxivId)))
      return [{ ...record, paper: { ...record.paper, arxivId: answeredId(arxivId) } }]
    return reasonFor(arxivId).isWrongId ? [] : [record]
  }
  return [
    ...files.map(file => {
      const lacking = places.filter(
        ({ path, arxivId }) => path === file.path && !answered.has(answeredId(arxivId)),
      )
      return {
        ...file,
        reading: {
          ...file.reading,
          records: file.reading.records.flatMap(withAnsweredId),
          problems: [
            ...file.reading.problems,
            ...lacking.map(({ where, arxivId }) => ({
              where,
              message: reasonFor(arxivId).message,
              dropped: true,
            })),
          ],
        },
      }
    }),
    ...fetched.files,
  ]
}

/** Reads the files or fetches the responses that the arguments name. Throws a `Failure` if there are none at all. */
export async function loadInput(
  { input, dryRun }: IngestInput,
  known: ReadonlySet<string>,
  clock: Clock,
  output: StatusOutput,
): Promise<ParsedFile[]> {
  if ('paths' in input) {
    const onProgress = ({ file, filesRead, files, records }: ReadProgress): void => {
      const counts = `${filesRead} of ${files} ${files === 1 ? 'file' : 'files'}, ${formatNumber(records)} papers`
      output.status(`${bar(filesRead, files)} ${counts} · ${file}`)
    }
    const { completion } = input
    const files = await readFiles(input.paths, input.day, onProgress, completion !== undefined)
    return completion ? complete(files, completion, dryRun, known, clock, output) : files
  }
  const { files, answered } = await fetchFiles(input, undefined, dryRun, clock, output)
  if (answered > 0) return files
  for (const { path, reading } of files)
    for (const problem of reading.problems) output.complain(problemLine(path, problem))
  throw new Failure('Nothing was fetched, and nothing was done.')
}
