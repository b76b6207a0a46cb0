import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { columns } from '#cli/shared/columns.ts'
import { subcommand } from '#cli/shared/commandGroup.ts'
import type { CommandTable } from '#cli/shared/commandTable.ts'
import { Failure } from '#cli/shared/failure.ts'
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

const PAGE_COST = {
  name: 'npm run bench -- page',
  summary: 'Measures the pages of a built site in a browser, and has Lighthouse judge them.',
  flags: { dist: { default: 'dist' }, runs: { default: 5 }, json: {} },
  notes: `Opens a built site in a browser, served as npm start serves it, texts compressed with gzip.
  Of the front page and of the largest page of a paper and of a theme, by Lighthouse: a phone on a slow line, simulated
  (its own settings: 4 times slower processor, 150 ms there and back, 1.6 Mbit/s); the median of --runs runs. A run that
  fails is named and not counted.
    performance, accessibility, bestPractices, seo   scores up to 100; performanceMin and Max of the runs
    fcpMs, lcpMs   ms until something, and the largest thing, is painted
    cls, tbtMs     how much moves; how long keys and clicks would have had to wait
    bytes, jsGzipBytes, cssGzipBytes   what was sent, in all and of scripts and styles
  Of the app, without slowing the line:
    box        ms from asking for a page with a search in its address until the search box is there
    papers     ms until the first papers that it found are there
    complete   ms until all papers are searched
    firstKB    kilobytes of the corpus asked for by the time its first papers had come, each file gzipped
    pageMB     memory that the page holds when all papers are there, garbage collected, buffers included
    workerMB   likewise its worker
    facet…     P50 and P95 of ms from a click on a theme until the papers it leaves are painted, the processor of the
               page slowed 4 times, as for all that follow
    key…       likewise from a key in the search box until its letter is painted, the list under the box open; keyTaskMax
               is the longest task meanwhile, keyTasksOver100 how many took longer than 100 ms
    open…      likewise from a click on a paper until its page is painted
    cls        by how much what is on the screen moves while a page opens, as Cumulative Layout Shift: the most of the
               same three pages, 1440, 412 and 390 px wide

Exit code: 0 all was measured · 1 a run failed · 2 nothing was done`,
} as const satisfies CommandTable

/** `npm run bench -- page`. */
export const benchPage = subcommand(PAGE_COST, async ({ values }, output) => {
  const { dist, runs, json } = values
  if (!existsSync(join(dist, 'index.html')) || !existsSync(join(dist, 'corpus/manifest.json')))
    throw new Failure(`There is no built site in ${dist}: npm run build makes one.`)
  // What drives a browser takes seconds to load.
  const { measureSite } = await import('./measureSite.ts')
  const { app, pages, failed } = await measureSite(dist, runs, output)
  if (json) output.print(JSON.stringify({ ...app, ...pages }))
  else print(output, app, pages)
  return failed > 0 ? 1 : 0
})
