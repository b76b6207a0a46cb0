import { warmUp } from '#core/engine/warmUp.ts'
import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { openEngine } from '../search/openEngine.ts'
import { named, readDocuments } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { rounded } from './comparison.ts'
import { hostileQueries } from './hostileQueries.ts'
import { percentile } from './statistics.ts'

/** A longer answer holds up the person who typed or opened the query. */
const LIMIT_MS = 150
const NAMED = 5
const MAX_SHOWN = 100

interface Asked {
  text: string
  ms: number
  error?: string
}

const shown = (text: string): string =>
  JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text)

const HOSTILE_COST = {
  name: 'npm run bench -- hostile',
  summary: 'Tries to slow the engine down or break it with hostile queries, and names the slowest.',
  flags: { papers: { isRequired: true }, count: { default: 10_000 }, seed: { default: 1 }, json: {} },
  renamed: { n: 'count' },
} as const satisfies CommandTable

export const benchHostile = subcommand(HOSTILE_COST, async ({ values }, output) => {
  const { papers: path, count, seed, json } = values
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const corpus = publishCorpus(items.map(fullPaperOf), await readThemesFile(THEMES))
  const { corpus: loaded, engine } = openEngine(corpus, indexCorpus(corpus.segments))
  await warmUp(loaded, engine, () => undefined)

  const asked: Asked[] = []
  for (const text of hostileQueries(items, count, seed)) {
    const start = performance.now()
    const error = await engine.search({ q: text, page: 1, pageSize: 20 }).then(() => undefined, errorMessage)
    asked.push({ text, ms: performance.now() - start, ...(error !== undefined && { error }) })
    output.status(`${asked.length} of ${count} queries`)
  }
  const times = asked.map(({ ms }) => ms)
  const failed = asked.filter(({ error }) => error !== undefined)
  const figures = {
    papers: items.length,
    queries: count,
    failed: failed.length,
    slow: times.filter(ms => ms > LIMIT_MS).length,
    p50: rounded(percentile(times, 0.5), 2),
    p95: rounded(percentile(times, 0.95), 2),
    max: rounded(percentile(times, 1), 2),
  }
  if (json) output.print(JSON.stringify(figures))
  else {
    const { papers, queries, slow, p50, p95, max } = figures
    output.print(
      `${papers} papers, ${queries} hostile queries: ${failed.length} failed, ${slow} took over ${LIMIT_MS} ms`,
    )
    output.print(`p50 ${p50} ms, p95 ${p95} ms, max ${max} ms; the slowest:`)
    for (const { text, ms } of asked.toSorted((a, b) => b.ms - a.ms).slice(0, NAMED))
      output.print(`${ms.toFixed(1).padStart(8)} ms  ${shown(text)}`)
    for (const { text, error } of failed.slice(0, NAMED)) output.print(`  failed  ${shown(text)}: ${error}`)
  }
  return failed.length > 0 || problems.length > 0 ? 1 : 0
})
