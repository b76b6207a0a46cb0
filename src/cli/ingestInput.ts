import { setTimeout } from 'node:timers/promises'
import { grouped } from '#core/numbers.ts'
import { Failure } from './failure.ts'
import type { FetchWish, IngestArguments } from './ingestArguments.ts'
import { problemLine } from './ingestReport.ts'
import { type ReadFile, readInputs } from './inputs.ts'
import { type Gathered, gather } from './remote/gathering.ts'
import type { Clock } from './remote/question.ts'
import { RawAnswers } from './remote/rawAnswers.ts'
import { REMOTES } from './remote/remotes.ts'
import { Site } from './remote/site.ts'
import { bar, type StatusOutput } from './terminal.ts'

type Wanted = Extract<IngestArguments, { input: unknown }>

/** The clock of this machine. */
export const CLOCK: Clock = { now: Date.now, sleep: ms => setTimeout(ms) }

async function fetchFiles(
  wish: FetchWish,
  dryRun: boolean,
  clock: Clock,
  output: StatusOutput,
): Promise<Gathered> {
  const { from, base, timeoutMs, sources, refetch } = wish
  const remote = REMOTES[from]
  const questions = remote.questions(base, wish, clock.now())
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

/** Reads or fetches what the command was given. Throws a `Failure` where that is nothing at all. */
export async function readInput(
  { input, dryRun }: Wanted,
  clock: Clock,
  output: StatusOutput,
): Promise<ReadFile[]> {
  if ('paths' in input) {
    return readInputs(input.paths, input.day, ({ file, filesRead, files, records }) => {
      const counts = `${filesRead} of ${files} ${files === 1 ? 'file' : 'files'}, ${grouped(records)} papers`
      output.status(`${bar(filesRead, files)} ${counts} · ${file}`)
    })
  }
  const { files, answered } = await fetchFiles(input, dryRun, clock, output)
  if (answered > 0) return files
  for (const { path, reading } of files)
    for (const problem of reading.problems) output.complain(problemLine(path, problem))
  throw new Failure('Nothing was fetched, and nothing was done.')
}
