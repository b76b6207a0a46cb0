import { evaluateCommand } from './evaluateCommand.ts'
import { terminal } from './terminal.ts'

process.exitCode = await evaluateCommand(process.argv.slice(2), terminal())
