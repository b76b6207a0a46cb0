import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { grouped } from '#core/numbers.ts'
import { type ExitCode, type Output, reportingFailures } from './command.ts'
import { INGEST_HELP, type IngestArguments, ingestArguments } from './ingestArguments.ts'
import { type FileReport, hasLost, type Ingestion, ingest } from './ingestion.ts'
import { fileJson, problemLines, summaryTable } from './ingestReport.ts'
import { type ReadFile, readInputs } from './inputs.ts'
import { isStored, monthsOf, readStore, withStore, withStoreToRead, writeStore } from './store.ts'

type Wanted = IngestArguments & { help: false }

/** Where everything that was left out is listed, if it is much. */
const REPORT = 'reports/ingest.txt'
const NAMED = 20

/** Names what was left out: all of it in a file where it is more than anybody reads in a terminal. */
async function complainOf(files: readonly FileReport[], { complain }: Output): Promise<void> {
  const lines = files.flatMap(problemLines)
  for (const line of lines.slice(0, lines.length > NAMED ? NAMED : undefined)) complain(line)
  if (lines.length <= NAMED) return
  await mkdir(dirname(REPORT), { recursive: true })
  await writeFile(REPORT, `${lines.join('\n')}\n`)
  complain(`… and ${grouped(lines.length - NAMED)} more, all in ${REPORT}`)
}

/** What became of the corpus. */
type Outcome = 'written' | 'unchanged' | 'dry-run' | 'strict'

const OUTCOMES: Record<Outcome, (out: string) => string> = {
  written: out => `Written to ${out}.`,
  unchanged: out => `Nothing to write: ${out} is up to date.`,
  'dry-run': () => 'Nothing was written: this was a dry run.',
  strict: () => 'Nothing was written: something was left out, and --strict was asked for.',
}

async function ingestInto(
  { out, dryRun, strict }: Wanted,
  read: readonly ReadFile[],
): Promise<{ ingestion: Ingestion; outcome: Outcome }> {
  const stored = await readStore(out)
  const ingestion = ingest(read, stored.papers)
  if (strict && ingestion.files.some(hasLost)) return { ingestion, outcome: 'strict' }
  if (dryRun) return { ingestion, outcome: 'dry-run' }
  const months = monthsOf(ingestion.papers)
  if (isStored(months, stored)) return { ingestion, outcome: 'unchanged' }
  await writeStore(out, months)
  return { ingestion, outcome: 'written' }
}

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const wanted = ingestArguments(args)
  if (wanted.help) {
    output.print(INGEST_HELP)
    return 0
  }
  const { out } = wanted
  const read = await readInputs(wanted.paths, wanted.day)
  const hold = wanted.dryRun ? withStoreToRead : withStore
  const { ingestion, outcome } = await hold(out, () => ingestInto(wanted, read))
  const { files, papers } = ingestion
  if (wanted.json)
    output.print(JSON.stringify({ outcome, papers: papers.length, files: files.map(fileJson) }))
  else {
    output.print(summaryTable(files))
    output.print(`${grouped(papers.length)} ${papers.length === 1 ? 'paper' : 'papers'} in the corpus`)
  }
  await complainOf(files, output)
  if (!wanted.json) output.print(OUTCOMES[outcome](out))
  return files.some(hasLost) ? 1 : 0
}

/** `npm run ingest`: see `INGEST_HELP`. */
export const ingestCommand = (args: readonly string[], output: Output): Promise<ExitCode> =>
  reportingFailures(output, () => run(args, output))
