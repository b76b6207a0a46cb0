import { stat } from 'node:fs/promises'
import type { Paper } from '#core/papers/paper.ts'
import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { readStore } from '../ingest/store.ts'
import { named, readDocuments } from '../shared/collections.ts'
import { type ExitCode, type Output, runCommand } from '../shared/command.ts'
import type { GivenArguments } from '../shared/commandTable.ts'
import { Failure, isAbsent } from '../shared/failure.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { openEngine } from './openEngine.ts'
import { answerJson, answerLines } from './searchReport.ts'
import { SEARCH } from './searchTable.ts'

interface Corpus {
  papers: Paper[]
  /** One line for each unreadable record. */
  problems: string[]
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw isAbsent(error) ? new Failure(`There is no file or folder ${path}.`) : error
  }
}

async function readCorpus(path: string): Promise<Corpus> {
  if (!(await isFolder(path))) {
    const { items, problems } = await readDocuments(path)
    return { papers: items.map(fullPaperOf), problems }
  }
  const { papers, faults } = await readStore(path)
  if (papers.length === 0) throw new Failure([...faults, `There are no papers in ${path}.`].join('\n'))
  return { papers, problems: faults }
}

async function run(
  { values, positionals }: GivenArguments<typeof SEARCH>,
  output: Output,
): Promise<ExitCode> {
  if (positionals.length === 0) throw new Failure('Say what to search for.')
  const query = positionals.join(' ')
  const { limit, explain, json } = values
  const { papers, problems } = await readCorpus(values.corpus)
  const themes = await readThemesFile(values.themes ?? THEMES)
  for (const problem of named(problems)) output.complain(problem)

  const corpus = publishCorpus(papers, themes)
  const { engine } = openEngine(corpus, indexCorpus(corpus.segments))
  const response = await engine.search({ q: query, page: 1, pageSize: limit })
  const ids = response.hits.map(({ paper }) => paper.id)
  const reasons = json || explain ? await engine.explain({ ids, q: query }) : []
  const report = { ...response, hits: response.hits.map((hit, at) => ({ ...hit, why: reasons[at] ?? [] })) }
  const nameOf = (field: string, value: string) =>
    field === 'theme' ? themes.find(({ id }) => id === value)?.label : undefined
  if (json) output.print(JSON.stringify(answerJson(report, await engine.stats({}))))
  else output.print(answerLines(query, report, nameOf).join('\n'))
  return problems.length > 0 ? 1 : 0
}

/** `npm run search`. */
export const searchCommand = (args: readonly string[], output: Output): Promise<ExitCode> =>
  runCommand(SEARCH, args, output, given => run(given, output))
