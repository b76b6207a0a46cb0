import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { columns } from '#cli/shared/columns.ts'
import type { ExitCode } from '#cli/shared/command.ts'
import { Failure } from '#cli/shared/failure.ts'
import { countOf, optionsOf } from '#cli/shared/options.ts'
import type { StatusOutput } from '#cli/shared/terminal.ts'
import type { Figures } from './report.ts'

function print(output: StatusOutput, figures: Figures, pages: Readonly<Record<string, Figures>>): void {
  const shown = (figure: number | null | undefined): string => (figure == null ? '–' : String(figure))
  const paths = Object.keys(pages)
  const names = Object.keys(Object.values(pages)[0] ?? {})
  output.print(columns(Object.entries(figures).map(([name, figure]) => [name, shown(figure)])))
  output.print('')
  output.print(
    columns([['', ...paths], ...names.map(name => [name, ...paths.map(path => shown(pages[path]?.[name]))])]),
  )
}

/** `npm run bench -- page`. */
export async function benchPage(args: readonly string[], output: StatusOutput): Promise<ExitCode> {
  const options = optionsOf(args, ['dist', 'runs', 'json'])
  const dist = options.dist ?? 'dist'
  const runs = countOf('runs', options.runs, 5)
  if (!existsSync(join(dist, 'index.html')) || !existsSync(join(dist, 'corpus/manifest.json')))
    throw new Failure(`There is no built site in ${dist}: npm run build makes one.`)
  // What drives a browser takes seconds to load.
  const { measureSite } = await import('./measureSite.ts')
  const { app, pages, failed } = await measureSite(dist, runs, output)
  if (options.json) output.print(JSON.stringify({ ...app, ...pages }))
  else print(output, app, pages)
  return failed > 0 ? 1 : 0
}
