import { benchCommand } from './benchCommand.ts'
import { terminal } from './terminal.ts'

process.exitCode = await benchCommand(process.argv.slice(2), terminal())
