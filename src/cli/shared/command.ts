import { errorMessage } from '#core/text/errorMessage.ts'
import type { CommandTable, GivenArguments } from './commandTable.ts'
import { Failure } from './failure.ts'
import { parseArguments } from './parseArguments.ts'

/** The destination of a command's lines. */
export interface Output {
  print(line: string): void
  complain(line: string): void
}

/** 0: all was read. 1: something in the files was left out. 2: nothing was done. */
export type ExitCode = 0 | 1 | 2

/** Runs a command; an error that the person can correct becomes one line and exit code 2. */
export async function reportingFailures(output: Output, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    // Errors with a code come from the file system: no space, no permission. All others are bugs.
    if (!(error instanceof Failure) && !(error instanceof Error && 'code' in error)) throw error
    output.complain(errorMessage(error))
    return 2
  }
}

/** Parses the arguments of a command and runs it, or prints its help text. */
export function runCommand<const Table extends CommandTable>(
  table: Table,
  args: readonly string[],
  output: Output,
  run: (given: GivenArguments<Table>) => Promise<ExitCode>,
): Promise<ExitCode> {
  return reportingFailures(output, async () => {
    const given = parseArguments(table, args)
    if ('help' in given) {
      output.print(given.help)
      return 0
    }
    for (const hint of given.hints) output.complain(hint)
    return run(given)
  })
}
