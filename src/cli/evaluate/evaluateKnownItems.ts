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
import { type Finding, findingOf, reciprocalRank } from '../shared/metrics.ts'
import { countOf, ENGINE_OPTIONS, optionsOf, pathOf } from '../shared/options.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { KINDS, type Kind, knownItems } from './knownItems.ts'

/** Papers ranked lower count as not found. */
const DEPTH = 100

const KIND_LABELS = { exact: 'exact', typo1: '1 typo', typo2: '2 typos', prefix: 'prefix' } satisfies Record<
  Kind,
  string
>

/** `npm run evaluate -- known-items`: titles that somebody half remembers. */
export async function evaluateKnownItems(args: readonly string[], output: StatusOutput): Promise<ExitCode> {
  const options = optionsOf(args, ['papers', 'n', 'seed', ...ENGINE_OPTIONS])
  const path = pathOf('papers', options.papers, 'the papers')
  const count = countOf('n', options.n, 200)
  const seed = countOf('seed', options.seed, 1)
  const { items: documents, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const items = knownItems(documents, count, seed)
  if (items.length === 0) throw new Failure(`No title in ${path} has words that tell it from all others.`)
  if (items.length < count)
    output.complain(`Only ${items.length} titles have words that tell them from all others.`)

  // The kinds by turns, so that an engine that is stopped has done some of each.
  const asked = items.flatMap(({ id, queries }) => KINDS.map(kind => ({ id, kind, text: queries[kind] })))
  const texts = asked.map(({ text }) => text)
  const results = await compare(options, { documents: path, persisted: false, texts, depth: DEPTH }, output)

  const findings = ({ run }: Result, kind: Kind): Finding => {
    const ranks = run.answers.flatMap(({ ids }, at) => {
      const query = asked[at]
      return query?.kind === kind ? [reciprocalRank(ids, query.id)] : []
    })
    const { s1, s5, mrr } = findingOf(ranks)
    return { s1: rounded(s1, 4), s5: rounded(s5, 4), mrr: rounded(mrr, 4) }
  }
  if (options.json) {
    const figuresOf = (result: Result) =>
      Object.fromEntries(KINDS.map(kind => [kind, findings(result, kind)]))
    output.print(JSON.stringify(comparisonJson(results, figuresOf)))
  } else {
    const headings = KINDS.flatMap(kind => [`${KIND_LABELS[kind]}: S@1`, 'S@5', 'MRR'])
    const cells = (result: Result) =>
      KINDS.flatMap(kind => {
        const { s1, s5, mrr } = findings(result, kind)
        return [figure(s1, 3), figure(s5, 3), figure(mrr, 3)]
      })
    output.print(comparisonTable(results, headings, cells))
    output.print(`${documents.length} papers, ${items.length} of them looked for in four ways`)
  }
  return exitCodeOf(results, problems)
}
