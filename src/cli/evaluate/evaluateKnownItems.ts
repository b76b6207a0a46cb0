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
import { knownItems, TITLE_QUERY_KINDS, type TitleQueryKind } from '../bench/knownItems.ts'
import { named, readDocuments } from '../shared/collections.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import { type KnownItemScores, knownItemScores, reciprocalRank } from './metrics.ts'

/** Papers ranked lower count as not found. */
const DEPTH = 100

const KIND_LABELS = { exact: 'exact', typo1: '1 typo', typo2: '2 typos', prefix: 'prefix' } satisfies Record<
  TitleQueryKind,
  string
>

const KNOWN_ITEMS = {
  name: 'npm run evaluate -- known-items',
  summary: 'Measures whether engines find a paper by words of its title, with typing errors and cut short.',
  flags: { papers: { isRequired: true }, count: { default: 200 }, seed: { default: 1 }, ...COMPARISON_FLAGS },
  renamed: { n: 'count', only: 'engines' },
  notes: `S@1 and S@5: the share of queries whose paper came first, or among the first five. MRR: mean reciprocal rank within
the first hundred.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down · 2 nothing was done`,
} as const satisfies CommandTable

export const evaluateKnownItems = subcommand(KNOWN_ITEMS, async ({ values }, output) => {
  const { papers: path, count, seed, json } = values
  const { items: documents, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const items = knownItems(documents, count, seed)
  if (items.length === 0) throw new Failure(`No title in ${path} has words that tell it from all others.`)
  if (items.length < count)
    output.complain(`Only ${items.length} titles have words that tell them from all others.`)

  // All kinds of one title, then of the next: a stopped engine has done some of each kind.
  const asked = items.flatMap(({ id, queries }) =>
    TITLE_QUERY_KINDS.map(kind => ({ id, kind, text: queries[kind] })),
  )
  const texts = asked.map(({ text }) => text)
  const results = await compare(values, { documents: path, persisted: false, texts, depth: DEPTH }, output)

  const findings = ({ run }: EngineResult, kind: TitleQueryKind): KnownItemScores => {
    const ranks = run.answers.flatMap(({ ids }, at) => {
      const query = asked[at]
      return query?.kind === kind ? [reciprocalRank(ids, query.id)] : []
    })
    const { s1, s5, mrr } = knownItemScores(ranks)
    return { s1: rounded(s1, 4), s5: rounded(s5, 4), mrr: rounded(mrr, 4) }
  }
  if (json) {
    const figuresOf = (result: EngineResult) =>
      Object.fromEntries(TITLE_QUERY_KINDS.map(kind => [kind, findings(result, kind)]))
    output.print(JSON.stringify(comparisonJson(results, figuresOf)))
  } else {
    const headings = TITLE_QUERY_KINDS.flatMap(kind => [`${KIND_LABELS[kind]}: S@1`, 'S@5', 'MRR'])
    const cells = (result: EngineResult) =>
      TITLE_QUERY_KINDS.flatMap(kind => {
        const { s1, s5, mrr } = findings(result, kind)
        return [figure(s1, 3), figure(s5, 3), figure(mrr, 3)]
      })
    output.print(comparisonTable(results, headings, cells))
    output.print(`${documents.length} papers, ${items.length} of them looked for in four ways`)
  }
  return exitCodeOf(results, problems)
})
