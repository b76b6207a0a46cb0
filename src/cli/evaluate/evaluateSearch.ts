import {
  COMPARISON_FLAGS,
  compare,
  comparisonJson,
  comparisonTable,
  type EngineResult,
  exitCodeOf,
  figure,
  rounded,
} from '../bench/comparison.ts'
import { mean } from '../bench/statistics.ts'
import { named, readDocuments, readJudgements, readQueries } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { ndcg10, recall100 } from './metrics.ts'

/** For Recall@100. */
const DEPTH = 100

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

async function readCollection(
  paths: { papers: string; queries: string; qrels: string },
  output: StatusOutput,
) {
  const documents = await readDocuments(paths.papers)
  const queries = await readQueries(paths.queries)
  const judgements = await readJudgements(paths.qrels)
  const problems = [documents, queries, judgements].flatMap(({ problems }) => problems)
  for (const problem of named(problems)) output.complain(problem)

  const known = new Set(documents.items.map(({ id }) => id))
  const judged = new Set([...judgements.items.values()].flatMap(grades => [...grades.keys()]))
  const unknown = [...judged].filter(id => !known.has(id)).length
  if (unknown > 0) {
    output.complain(
      `${paths.papers} lacks ${plural(unknown, 'document', 'documents')} that ${paths.qrels} judges`,
    )
  }

  const asked = queries.items.flatMap(({ id, text }) => {
    const grades = judgements.items.get(id) ?? new Map<string, number>()
    return [...grades.values()].some(grade => grade >= 1) ? [{ text, grades }] : []
  })
  const silent = queries.items.length - asked.length
  if (silent > 0) output.complain(`${plural(silent, 'query', 'queries')} without relevant document left out`)
  if (asked.length === 0) throw new Failure(`${paths.qrels} has no relevant document for ${paths.queries}.`)
  return { asked, papers: documents.items.length, problems }
}

const SEARCH_QUALITY = {
  name: 'npm run evaluate -- search',
  summary: 'Measures how well engines rank the papers that judges found relevant.',
  flags: {
    papers: { isRequired: true },
    queries: { isRequired: true },
    qrels: { isRequired: true },
    ...COMPARISON_FLAGS,
  },
  renamed: { docs: 'papers', only: 'engines' },
  notes: `nDCG@10 and Recall@100 are means over the queries that have a relevant paper.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down · 2 nothing was done`,
} as const satisfies CommandTable

export const evaluateSearch = subcommand(SEARCH_QUALITY, async ({ values }, output) => {
  const { asked, papers, problems } = await readCollection(values, output)
  const texts = asked.map(({ text }) => text)
  const results = await compare(
    values,
    { documents: values.papers, persisted: false, texts, depth: DEPTH },
    output,
  )

  /** Means over the answered queries; `null` if there are none. */
  const figuresOf = ({ run }: EngineResult) => {
    const over = (metric: typeof ndcg10) =>
      mean(run.answers.map(({ ids }, at) => metric(ids, asked[at]?.grades ?? new Map())))
    return {
      ndcg10: rounded(over(ndcg10), 4),
      recall100: rounded(over(recall100), 4),
      msPerQuery: rounded(mean(run.answers.map(({ ms }) => ms)), 2),
    }
  }
  if (values.json) {
    output.print(JSON.stringify(comparisonJson(results, figuresOf)))
  } else {
    const cells = (result: EngineResult) => {
      const { ndcg10, recall100, msPerQuery } = figuresOf(result)
      return [figure(ndcg10, 3), figure(recall100, 3), figure(msPerQuery, 1)]
    }
    output.print(comparisonTable(results, ['nDCG@10', 'Recall@100', 'ms a query'], cells))
    output.print(`${papers} documents, ${asked.length} queries`)
  }
  return exitCodeOf(results, problems)
})
