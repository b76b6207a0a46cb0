import { ingestCommand } from './ingest/ingestCommand.ts'
import { terminal } from './shared/terminal.ts'

process.exitCode = await ingestCommand(process.argv.slice(2), terminal())
