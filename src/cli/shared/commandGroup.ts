import { type ExitCode, reportingFailures, runCommand } from './command.ts'
import type { CommandTable, GivenArguments } from './commandTable.ts'
import { Failure } from './failure.ts'
import { didYouMean } from './nearest.ts'
import type { StatusOutput } from './terminal.ts'

export interface Subcommand {
  table: CommandTable
  run(args: readonly string[], output: StatusOutput): Promise<ExitCode>
}

export const subcommand = <const Table extends CommandTable>(
  table: Table,
  run: (given: GivenArguments<Table>, output: StatusOutput) => Promise<ExitCode>,
): Subcommand => ({
  table,
  run: (args, output) => runCommand(table, args, output, given => run(given, output)),
})

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h'

function groupHelp(name: string, summary: string, subcommands: Readonly<Record<string, Subcommand>>): string {
  const width = Math.max(...Object.keys(subcommands).map(word => word.length))
  const lines = Object.entries(subcommands).map(
    ([word, { table }]) => `  ${word.padEnd(width)}  ${table.summary}`,
  )
  return [
    `Usage: ${name} COMMAND [options]`,
    '',
    summary,
    '',
    ...lines,
    '',
    `${name} COMMAND --help lists the flags of a command.`,
  ].join('\n')
}

/** A command whose first word names what it does. Without any word it prints its help text. */
export function commandGroup(
  name: string,
  summary: string,
  subcommands: Readonly<Record<string, Subcommand>>,
): (args: readonly string[], output: StatusOutput) => Promise<ExitCode> {
  return (args, output) =>
    reportingFailures(output, async () => {
      const [word, ...rest] = args
      if (word === undefined || isHelp(word)) {
        output.print(groupHelp(name, summary, subcommands))
        return 0
      }
      const chosen = Object.hasOwn(subcommands, word) ? subcommands[word] : undefined
      if (chosen) return chosen.run(rest, output)
      const words = Object.keys(subcommands)
      throw new Failure(`There is no “${word}” here, but ${words.join(', ')}.${didYouMean(word, words)}`)
    })
}
