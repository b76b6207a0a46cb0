import { formatNumber } from '#core/text/numbers.ts'
import { type ExitCode, runCommand } from '../shared/command.ts'
import type { GivenArguments } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { readEdits } from './corpusEdits.ts'
import { editRemoved } from './editRemoved.ts'
import { type IngestInput, ingestArguments } from './ingestArguments.ts'
import { hasLost, type Ingestion, ingest } from './ingestion.ts'
import { complainOf, reportJson, summaryTable } from './ingestReport.ts'
import { INGEST } from './ingestTable.ts'
import { CLOCK, loadInput } from './loadInput.ts'
import { type Clock, dayAt } from './providers/apiRequest.ts'
import type { ParsedFile } from './readFiles.ts'
import { isStored, monthsOf, readStore, withStore, withStoreToRead, writeStore } from './store.ts'

/** Whether the corpus was written, and why not. */
type Outcome = 'written' | 'unchanged' | 'dry-run' | 'strict'

const OUTCOMES: Record<Outcome, (corpus: string) => string> = {
  written: corpus => `Written to ${corpus}.`,
  unchanged: corpus => `Nothing to write: ${corpus} is up to date.`,
  'dry-run': () => 'Nothing was written: this was a dry run.',
  strict: () => 'Nothing was written: something was left out, and --strict was asked for.',
}

async function ingestInto(
  { corpus, dryRun, strict }: IngestInput,
  read: readonly ParsedFile[],
  today: string,
): Promise<{ ingestion: Ingestion; outcome: Outcome }> {
  const stored = await readStore(corpus)
  // Rewritten without these records, the files would lose what a person can still correct.
  if (stored.faults.length > 0) {
    throw new Failure(
      [...stored.faults, `Nothing was written: ${corpus} holds what cannot be read, and would lose it.`].join(
        '\n',
      ),
    )
  }
  const ingestion = ingest(read, stored.papers, await readEdits(corpus), today)
  if (strict && ingestion.files.some(hasLost)) return { ingestion, outcome: 'strict' }
  if (dryRun) return { ingestion, outcome: 'dry-run' }
  const months = monthsOf(ingestion.papers)
  if (isStored(months, stored)) return { ingestion, outcome: 'unchanged' }
  await writeStore(corpus, months)
  return { ingestion, outcome: 'written' }
}

async function run(
  given: GivenArguments<typeof INGEST>,
  output: StatusOutput,
  clock: Clock,
): Promise<ExitCode> {
  const wanted = ingestArguments(given)
  const today = dayAt(clock.now())
  if ('edit' in wanted) return editRemoved(wanted, today, output)
  const { corpus, json } = wanted
  // Papers that need no completion.
  const stored = 'paths' in wanted.input && wanted.input.completion ? (await readStore(corpus)).papers : []
  const known = new Set(
    stored.flatMap(({ arxivId, abstract }) => (abstract === undefined ? [] : (arxivId ?? []))),
  )
  const read = await loadInput(wanted, known, clock, output)
  output.status(`taking ${read.length === 1 ? 'it' : `${formatNumber(read.length)} files`} into ${corpus}`)
  const hold = wanted.dryRun ? withStoreToRead : withStore
  const { ingestion, outcome } = await hold(corpus, () => ingestInto(wanted, read, today))
  const { files, papers } = ingestion
  if (!json) {
    output.print(summaryTable(files))
    output.print(`${formatNumber(papers.length)} ${papers.length === 1 ? 'paper' : 'papers'} in the corpus`)
  }
  const report = await complainOf(files, output)
  if (json) {
    const { files: rows, ...sums } = reportJson(files)
    output.print(
      JSON.stringify({ ...sums, outcome, papers: papers.length, report: report ?? null, files: rows }),
    )
  } else output.print(OUTCOMES[outcome](corpus))
  return files.some(hasLost) ? 1 : 0
}

/** `npm run ingest`. */
export const ingestCommand = (
  args: readonly string[],
  output: StatusOutput,
  clock: Clock = CLOCK,
): Promise<ExitCode> => runCommand(INGEST, args, output, given => run(given, output, clock))
