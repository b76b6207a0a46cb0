import { byline, publishedOn } from '#core/byline.ts'
import type { Hit, SearchResponse } from '#core/engine.ts'
import type { Span } from '#core/query/ast.ts'
import { inWords, type NameOf } from '#core/query/inWords.ts'
import { parse } from '#core/query/parse.ts'

/** The parts of a text that matched, each once, as they stand there. */
const matched = (text: string, marks: readonly Span[]): string[] => [
  ...new Set(marks.map(({ start, end }) => text.slice(start, end))),
]

function explanation({ paper, marks }: Hit): string[] {
  const fields = {
    title: matched(paper.title, marks.title),
    abstract: matched(paper.abstract ?? '', marks.abstract),
  }
  return Object.entries(fields)
    .filter(([, words]) => words.length > 0)
    .map(([field, words]) => `in the ${field}: ${words.join(', ')}`)
}

function hitLines(hit: Hit, rank: number, explain: boolean): string[] {
  const { paper, tier } = hit
  const facts = [byline(paper), publishedOn(paper), paper.id, ...(tier === 2 ? ['some of the words'] : [])]
  const number = `${rank}.`.padStart(4)
  return [`${number} ${paper.title}`, facts.join(' · '), ...(explain ? explanation(hit) : [])].map(
    (line, at) => (at === 0 ? line : `     ${line}`),
  )
}

const filterLines = (query: string, nameOf: NameOf): string[] =>
  parse(query)
    .clauses.filter(({ query: { type } }) => type === 'filter' || type === 'not')
    .map(clause => `  only ${inWords(clause.query, nameOf)}`)

const countLine = ({ total, papers, tookMs }: SearchResponse): string =>
  `${total} of ${papers} ${papers === 1 ? 'paper' : 'papers'} in ${tookMs.toFixed(1)} ms`

/** The answer for people: what was understood, how many papers there are, and the first of them. */
export function answerLines(
  query: string,
  response: SearchResponse,
  { explain, nameOf }: { explain: boolean; nameOf: NameOf },
): string[] {
  return [
    countLine(response),
    ...filterLines(query, nameOf),
    ...response.corrections.map(
      ({ from, to }) => `  searched for “${to.join('”, “')}” in place of “${from}”`,
    ),
    ...response.problems.map(({ start, message }) => `  at character ${start + 1}: ${message}`),
    ...response.hits.flatMap((hit, index) => ['', ...hitLines(hit, index + 1, explain)]),
  ]
}

/** The answer for scripts. Scores and reasons are `null` and empty as long as the engine does not tell them. */
export const answerJson = ({ total, tookMs, partial, problems, hits }: SearchResponse): object => ({
  total,
  tookMs: Number(tookMs.toFixed(2)),
  partial,
  problems,
  hits: hits.map(({ paper: { id, title }, tier }) => ({ id, title, score: null, tier, why: [] })),
})
