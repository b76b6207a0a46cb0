import { benchCommand } from '#cli/bench/benchCommand.ts'
import { terminal } from '#cli/shared/terminal.ts'
import { benchImports } from '../hostile/bench.ts'
import { benchOffline } from './bench/offline.ts'
import { benchPage } from './bench/page.ts'

process.exitCode = await benchCommand({ page: benchPage, offline: benchOffline, imports: benchImports })(
  process.argv.slice(2),
  terminal(),
)
