import { benchCommand } from '#cli/benchCommand.ts'
import { terminal } from '#cli/terminal.ts'
import { benchPage } from './bench/page.ts'

process.exitCode = await benchCommand(benchPage)(process.argv.slice(2), terminal())
