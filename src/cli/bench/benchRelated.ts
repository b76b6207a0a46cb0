import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { openEngine } from '../search/openEngine.ts'
import { named, readDocuments } from '../shared/collections.ts'
import type { ExitCode } from '../shared/command.ts'
import { rounded } from '../shared/comparison.ts'
import { percentile } from '../shared/metrics.ts'
import { countOf, optionsOf, pathOf } from '../shared/options.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { Random } from '../shared/random.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { readThemes, THEMES } from '../shared/themes.ts'

/** `npm run bench -- related`: how long the papers related to one take. */
export async function benchRelated(args: readonly string[], output: StatusOutput): Promise<ExitCode> {
  const options = optionsOf(args, ['papers', 'n', 'seed', 'json'])
  const path = pathOf('papers', options.papers, 'the papers')
  const count = countOf('n', options.n, 200)
  const random = new Random(countOf('seed', options.seed, 1))
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const corpus = publishCorpus(items.map(fullPaperOf), await readThemes(THEMES))
  const engine = openEngine(corpus, indexCorpus(corpus.segments))

  const times: number[] = []
  for (const { id } of random.shuffled(items).slice(0, count)) {
    const start = performance.now()
    await engine.related(id)
    times.push(performance.now() - start)
  }
  const at = (share: number) => rounded(percentile(times, share), 2)
  const [first = 0] = times
  const figures = {
    ...{ papers: items.length, asked: times.length },
    ...{ first: rounded(first, 2), p50: at(0.5), p95: at(0.95), max: at(1) },
  }
  if (options.json) output.print(JSON.stringify(figures))
  else {
    const { papers, asked, first, p50, p95, max } = figures
    output.print(`${papers} papers, ${asked} of them asked about`)
    output.print(`first ${first} ms, p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`)
  }
  return problems.length > 0 ? 1 : 0
}
