import { named, readDocuments } from '../shared/collections.ts'
import type { ExitCode } from '../shared/command.ts'
import {
  compare,
  comparisonJson,
  comparisonTable,
  exitCodeOf,
  figure,
  type Result,
  rounded,
} from '../shared/comparison.ts'
import { Failure } from '../shared/failure.ts'
import { percentile } from '../shared/metrics.ts'
import { countOf, ENGINE_OPTIONS, optionsOf, pathOf } from '../shared/options.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { typedKeys } from './latency.ts'

/** The hits of one page. */
const DEPTH = 20

/** `null` where an engine has no such thing, or did not come so far. */
function figuresOf({ run: { built, persisted, rehearseMs, answers } }: Result) {
  const times = answers.map(({ ms }) => ms)
  return {
    buildMs: rounded(built?.buildMs ?? null, 0),
    indexBytes: persisted?.indexBytes ?? null,
    indexGzipBytes: persisted?.indexGzipBytes ?? null,
    loadMs: rounded(persisted?.loadMs ?? null, 1),
    rehearseMs: rounded(rehearseMs ?? null, 1),
    heapMB: rounded(built?.heapMB ?? null, 1),
    p50: rounded(percentile(times, 0.5), 2),
    p95: rounded(percentile(times, 0.95), 2),
    max: rounded(percentile(times, 1), 2),
  }
}

function cells(result: Result): string[] {
  const { buildMs, indexBytes, indexGzipBytes, loadMs, rehearseMs, heapMB, p50, p95, max } = figuresOf(result)
  const kilobytes = (bytes: number | null): string => figure(bytes === null ? null : bytes / 1000, 0)
  const sizes = [kilobytes(indexBytes), kilobytes(indexGzipBytes)]
  const keys = [p50, p95, max].map(ms => figure(ms, 2))
  return [figure(buildMs, 0), ...sizes, figure(loadMs, 0), figure(rehearseMs, 0), figure(heapMB, 0), ...keys]
}

/** `npm run bench -- search`: what an engine costs, and how fast it follows somebody typing. */
export async function benchSearch(args: readonly string[], output: StatusOutput): Promise<ExitCode> {
  const options = optionsOf(args, ['papers', 'n', 'seed', ...ENGINE_OPTIONS])
  const path = pathOf('papers', options.papers, 'the papers')
  const limit = countOf('n', options.n, undefined)
  const seed = countOf('seed', options.seed, 1)
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const documents = items.slice(0, limit)
  const texts = typedKeys(documents, seed)
  if (texts.length === 0) throw new Failure(`No title in ${path} has words that tell it from all others.`)

  const job = { documents: path, papers: documents.length, persisted: true, texts, depth: DEPTH }
  const results = await compare(options, job, output)
  if (options.json) {
    output.print(JSON.stringify({ papers: documents.length, ...comparisonJson(results, figuresOf) }))
  } else {
    const sizes = ['build ms', 'index kB', 'gzip kB', 'load ms', 'then ms', 'heap MB']
    const headings = [...sizes, 'key p50 ms', 'p95', 'max']
    output.print(comparisonTable(results, headings, cells))
    output.print(`${documents.length} papers, ${texts.length} keys`)
  }
  return exitCodeOf(results, problems)
}
