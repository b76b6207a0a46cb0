import { type ExitCode, reportingFailures } from './command.ts'
import { Failure } from './failure.ts'
import type { StatusOutput } from './terminal.ts'

export type Task = (args: readonly string[], output: StatusOutput) => Promise<ExitCode>

/** A command whose first word says what it shall do. Without any word it shows its help. */
export function commandOf(help: string, tasks: Record<string, Task>): Task {
  return (args, output) =>
    reportingFailures(output, async () => {
      const [name, ...rest] = args
      if (name === undefined || args.includes('--help') || args.includes('-h')) {
        output.print(help)
        return 0
      }
      const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
      if (!task) throw new Failure(`There is no “${name}” here, but ${Object.keys(tasks).join(', ')}.`)
      return task(rest, output)
    })
}
