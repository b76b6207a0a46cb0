import { ingestCommand } from './ingestCommand.ts'
import { terminal } from './terminal.ts'

process.exitCode = await ingestCommand(process.argv.slice(2), terminal())
