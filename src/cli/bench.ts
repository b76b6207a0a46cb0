import { benchCommand } from './benchCommand.ts'
import { terminal } from './measure/progress.ts'

process.exitCode = await benchCommand(process.argv.slice(2), terminal())
