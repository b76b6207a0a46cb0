import { ENGINE_OPTIONS_HELP } from '../shared/options.ts'
import { commandOf, type Task } from '../shared/tasks.ts'
import { benchHostile } from './benchHostile.ts'
import { benchRelated } from './benchRelated.ts'
import { benchSearch } from './benchSearch.ts'
import { benchSuggest } from './benchSuggest.ts'

const HELP = `Measures what engines cost and how fast they are: ours, and others beside it.

  npm run bench -- search --papers P [--n N] [--seed 1] [options]
  npm run bench -- suggest --papers P [--n N] [--seed 1] [--json]
  npm run bench -- related --papers P [--n 200] [--seed 1] [--json]
  npm run bench -- hostile --papers P [--n 10000] [--seed 1] [--json]
  npm run bench -- imports [--seed 1] [--json]
  npm run bench -- page [--dist dist] [--runs 5] [--json]
  npm run bench -- offline [--dist dist] [--runs 5] [--json]

  P           papers {id, title, abstract, …}, one a line of JSON (.jsonl or .jsonl.gz)
  --n         search, suggest: only the first so many papers; hostile: so many queries; related: asks about so many
  --seed      another number makes other queries, or asks about other papers
${ENGINE_OPTIONS_HELP}

Each engine has a process of its own. Keys: one answer of 20 hits for each key while 40 queries are typed, the first
ones included; ours is the whole answer with facets and highlights. heap: growth by building, buffers
included. Sizes are those of the index as files, each compressed for itself; load is from there, until it can answer;
then is what it does ahead while nobody asks, as on a site.

suggest asks our engine for the list under the search box, at each key of the same queries and of operators.

related asks our engine for the papers related to one, the first time included, while nothing has been asked before.

hostile asks our engine what nobody means well by, within the limits of what may be typed, and names the slowest texts
and those it failed at.

imports reads each of the hostile files of tests/hostile/, and names the slowest, the largest, and those that take more than
1 s or 200 MB. cpuMs: of all threads; heapMB: what was held right after reading, garbage included.

page opens a built site in a browser, served as npm start serves it, texts compressed with gzip.
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

offline visits a built site once, takes the site and the network away, and opens it in a browser that was closed meanwhile,
the front page and a search, each --runs times; ms from asking for the page, the median and the most.
    kept       ms until all was kept, from the beginning of the visit; keptMB is how much
    box…, papers…, complete…   as above

Exit code: 0 all was read and measured · 1 lines of the files were left out, an engine broke down or a run failed · 2
nothing was done`

/**
 * `npm run bench`.
 *
 * @param page measures a built site: browsers are driven by what stands with the tests
 * @param offline likewise what it keeps
 * @param imports measures the reading of hostile files, which stand with the tests
 */
export const benchCommand = ({
  page,
  offline,
  imports,
}: Record<'page' | 'offline' | 'imports', Task>): Task =>
  commandOf(HELP, {
    search: benchSearch,
    suggest: benchSuggest,
    related: benchRelated,
    hostile: benchHostile,
    imports,
    page,
    offline,
  })
