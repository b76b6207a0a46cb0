import type { SearchEngine } from '#core/engine/engine.ts'
import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { openEngine } from '../search/openEngine.ts'
import { type CollectionDocument, named, readDocuments } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { rounded } from './comparison.ts'
import { keystrokes, typedKeys } from './latency.ts'
import { percentile } from './statistics.ts'

/** Every kind of value, alone and after other conditions. */
const OPERATORS = [
  'theme:rlvr',
  '-theme:moe',
  'entropy collapse theme:policy',
  'theme:rlvr,kv-cache author:"wang',
  'has:maths',
  'year:2025',
  'policy date:2025-10',
  'after:2025-10',
  'listed:2025-12-1',
  'reasoning last:3m',
  'comments:>=3',
]

async function openPapers(documents: readonly CollectionDocument[]): Promise<SearchEngine> {
  const corpus = publishCorpus(documents.map(fullPaperOf), await readThemesFile(THEMES))
  return openEngine(corpus, indexCorpus(corpus.segments)).engine
}

async function figuresOf(engine: SearchEngine, keys: readonly string[]) {
  const times: number[] = []
  for (const q of keys) {
    const start = performance.now()
    await engine.suggest({ q, caret: q.length })
    times.push(performance.now() - start)
  }
  const at = (share: number) => rounded(percentile(times, share), 2)
  return { keys: keys.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}

const SUGGESTION_COST = {
  name: 'npm run bench -- suggest',
  summary: 'Measures how fast suggestions follow the keys of words and operators.',
  flags: { papers: { isRequired: true }, first: {}, seed: { default: 1 }, json: {} },
  renamed: { n: 'first' },
} as const satisfies CommandTable

export const benchSuggest = subcommand(SUGGESTION_COST, async ({ values }, output) => {
  const { papers: path, first, seed, json } = values
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const documents = items.slice(0, first)
  const words = typedKeys(documents, seed)
  if (words.length === 0) throw new Failure(`No title in ${path} has words that tell it from all others.`)

  const engine = await openPapers(documents)
  const figures = {
    words: await figuresOf(engine, words),
    operators: await figuresOf(engine, OPERATORS.flatMap(keystrokes)),
  }
  if (json) output.print(JSON.stringify({ papers: documents.length, ...figures }))
  else {
    for (const [name, { keys, p50, p95, max }] of Object.entries(figures))
      output.print(`${name.padEnd(10)} ${keys} keys: p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`)
    output.print(`${documents.length} papers`)
  }
  return problems.length > 0 ? 1 : 0
})
