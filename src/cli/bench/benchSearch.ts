import { named, readDocuments } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import {
  COMPARISON_FLAGS,
  compare,
  comparisonJson,
  comparisonTable,
  type EngineResult,
  exitCodeOf,
  figure,
  rounded,
} from './comparison.ts'
import { typedKeys } from './latency.ts'
import { percentile } from './statistics.ts'

/** Hits per page. */
const DEPTH = 20

/** `null` for parts that an engine does not have or did not reach. */
function figuresOf({ run: { built, persisted, warmUpMs, answers } }: EngineResult) {
  const times = answers.map(({ ms }) => ms)
  return {
    buildMs: rounded(built?.buildMs ?? null, 0),
    indexBytes: persisted?.indexBytes ?? null,
    indexGzipBytes: persisted?.indexGzipBytes ?? null,
    loadMs: rounded(persisted?.loadMs ?? null, 1),
    rehearseMs: rounded(warmUpMs ?? null, 1),
    heapMB: rounded(built?.heapMB ?? null, 1),
    p50: rounded(percentile(times, 0.5), 2),
    p95: rounded(percentile(times, 0.95), 2),
    max: rounded(percentile(times, 1), 2),
  }
}

function cells(result: EngineResult): string[] {
  const { buildMs, indexBytes, indexGzipBytes, loadMs, rehearseMs, heapMB, p50, p95, max } = figuresOf(result)
  const kilobytes = (bytes: number | null): string => figure(bytes === null ? null : bytes / 1000, 0)
  const sizes = [kilobytes(indexBytes), kilobytes(indexGzipBytes)]
  const keys = [p50, p95, max].map(ms => figure(ms, 2))
  return [figure(buildMs, 0), ...sizes, figure(loadMs, 0), figure(rehearseMs, 0), figure(heapMB, 0), ...keys]
}

const SEARCH_COST = {
  name: 'npm run bench -- search',
  summary: 'Measures size and speed of engines while queries are typed: ours, and others beside it.',
  flags: { papers: { isRequired: true }, first: {}, seed: { default: 1 }, ...COMPARISON_FLAGS },
  renamed: { n: 'first', only: 'engines' },
  notes: `Each engine runs in a process of its own. Keys: one answer of 20 hits per key while 40 queries are typed, the first
ones included; for ours that is the whole answer with facets and highlights. heap: growth by building, buffers included.
Sizes are those of the index as files, each compressed by itself; load: from these files until the engine can answer;
then: work ahead of the first query, as on an idle site.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down · 2 nothing was done`,
} as const satisfies CommandTable

export const benchSearch = subcommand(SEARCH_COST, async ({ values }, output) => {
  const { papers: path, first, seed, json } = values
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const documents = items.slice(0, first)
  const texts = typedKeys(documents, seed)
  if (texts.length === 0) throw new Failure(`No title in ${path} has words that tell it from all others.`)

  const job = { documents: path, papers: documents.length, persisted: true, texts, depth: DEPTH }
  const results = await compare(values, job, output)
  if (json) {
    output.print(JSON.stringify({ papers: documents.length, ...comparisonJson(results, figuresOf) }))
  } else {
    const sizes = ['build ms', 'index kB', 'gzip kB', 'load ms', 'then ms', 'heap MB']
    const headings = [...sizes, 'key p50 ms', 'p95', 'max']
    output.print(comparisonTable(results, headings, cells))
    output.print(`${documents.length} papers, ${texts.length} keys`)
  }
  return exitCodeOf(results, problems)
})
