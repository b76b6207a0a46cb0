import { evaluateCommand } from './evaluate/evaluateCommand.ts'
import { terminal } from './shared/terminal.ts'

process.exitCode = await evaluateCommand(process.argv.slice(2), terminal())
