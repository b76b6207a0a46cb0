import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { openEngine } from '../search/openEngine.ts'
import { named, readDocuments } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { rounded } from './comparison.ts'
import { Random } from './random.ts'
import { percentile } from './statistics.ts'

const RELATED_COST = {
  name: 'npm run bench -- related',
  summary: 'Measures how fast the related papers of one come, the first time included.',
  flags: { papers: { isRequired: true }, count: { default: 200 }, seed: { default: 1 }, json: {} },
  renamed: { n: 'count' },
} as const satisfies CommandTable

export const benchRelated = subcommand(RELATED_COST, async ({ values }, output) => {
  const { papers: path, count, seed, json } = values
  const random = new Random(seed)
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const corpus = publishCorpus(items.map(fullPaperOf), await readThemesFile(THEMES))
  const { engine } = openEngine(corpus, indexCorpus(corpus.segments))

  const times: number[] = []
  for (const { id } of random.shuffled(items).slice(0, count)) {
    const start = performance.now()
    await engine.related({ id })
    times.push(performance.now() - start)
  }
  const at = (share: number) => rounded(percentile(times, share), 2)
  const [first = 0] = times
  const figures = {
    ...{ papers: items.length, asked: times.length },
    ...{ first: rounded(first, 2), p50: at(0.5), p95: at(0.95), max: at(1) },
  }
  if (json) output.print(JSON.stringify(figures))
  else {
    const { papers, asked, first, p50, p95, max } = figures
    output.print(`${papers} papers, ${asked} of them asked about`)
    output.print(`first ${first} ms, p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`)
  }
  return problems.length > 0 ? 1 : 0
})
