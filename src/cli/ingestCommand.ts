import { type ExitCode, type Output, reportingFailures } from './command.ts'
import { INGEST_HELP, ingestArguments } from './ingestArguments.ts'
import { type Ingestion, ingest } from './ingestion.ts'
import { problemLines, summaryTable } from './ingestReport.ts'
import { type ReadFile, readInputs } from './inputs.ts'
import { isStored, monthsOf, readStore, withStore, withStoreToRead, writeStore } from './store.ts'

function report({ files, papers }: Ingestion, { print, complain }: Output): ExitCode {
  print(summaryTable(files))
  print(`${papers.length} ${papers.length === 1 ? 'paper' : 'papers'} in the corpus`)
  for (const line of files.flatMap(problemLines)) complain(line)
  return files.some(({ problems }) => problems.some(({ lost }) => lost)) ? 1 : 0
}

async function ingestInto(out: string, inputs: readonly ReadFile[], dryRun: boolean) {
  const stored = await readStore(out)
  const ingestion = ingest(inputs, stored.papers)
  const months = monthsOf(ingestion.papers)
  const changed = !isStored(months, stored)
  if (changed && !dryRun) await writeStore(out, months)
  return { ingestion, changed }
}

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const wanted = ingestArguments(args)
  if (wanted.help) {
    output.print(INGEST_HELP)
    return 0
  }
  const { out, day, dryRun } = wanted
  const inputs = await readInputs(wanted.paths, day)
  const hold = dryRun ? withStoreToRead : withStore
  const { ingestion, changed } = await hold(out, () => ingestInto(out, inputs, dryRun))
  const code = report(ingestion, output)
  if (dryRun) output.print('Nothing was written: this was a dry run.')
  else output.print(changed ? `Written to ${out}.` : `Nothing to write: ${out} is up to date.`)
  return code
}

/** `npm run ingest`: see `INGEST_HELP`. */
export const ingestCommand = (args: readonly string[], output: Output): Promise<ExitCode> =>
  reportingFailures(output, () => run(args, output))
