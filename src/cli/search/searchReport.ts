import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { CorpusStats } from '#core/engine/methods/stats.ts'
import { byline, publishedOn } from '#core/papers/byline.ts'
import { describeQuery, type NameOf } from '#core/query/describe.ts'
import { parse } from '#core/query/parse.ts'
import type { Hit } from '#core/search/answer.ts'
import { describeReason, type Reason } from '#core/search/reasons.ts'
import { formatNumber } from '#core/text/numbers.ts'

/** A hit with its reasons, if these were requested. */
interface ReportedHit extends Hit {
  why: readonly Reason[]
}

function hitLines({ paper, tier, score, why }: ReportedHit, rank: number, nameOf: NameOf): string[] {
  const facts = [byline(paper), publishedOn(paper), paper.id, ...(tier === 2 ? ['some of the words'] : [])]
  const scored = why.length > 0 && score !== null ? [`score ${score.toFixed(2)}`] : []
  const reasons = why.map(reason => describeReason(reason, nameOf))
  const lines = [[...facts, ...scored].join(' · '), ...reasons]
  return [`${`${rank}.`.padStart(4)} ${paper.title}`, ...lines.map(line => `     ${line}`)]
}

const filterLines = (query: string, nameOf: NameOf): string[] =>
  parse(query)
    .clauses.filter(({ query: { type } }) => type === 'filter' || type === 'not')
    .map(clause => `  only ${describeQuery(clause.query, nameOf)}`)

const countLine = ({ total, papers, tookMs }: SearchReport): string =>
  `${formatNumber(total)} of ${formatNumber(papers)} ${papers === 1 ? 'paper' : 'papers'} in ${tookMs.toFixed(1)} ms`

/** An answer and its hits with their reasons. */
export type SearchReport = Omit<SearchResponse, 'hits'> & { hits: readonly ReportedHit[] }

/** The answer for people: the query as understood, the number of papers, and the first hits. */
export function answerLines(query: string, report: SearchReport, nameOf: NameOf): string[] {
  return [
    countLine(report),
    ...filterLines(query, nameOf),
    ...report.corrections.map(({ from, to }) => `  searched for “${to.join('”, “')}” instead of “${from}”`),
    ...report.problems.map(({ start, message }) => `  at character ${start + 1}: ${message}`),
    ...report.hits.flatMap((hit, index) => ['', ...hitLines(hit, index + 1, nameOf)]),
  ]
}

/** The answer for scripts. */
export const answerJson = (
  { total, tookMs, partial, problems, hits }: SearchReport,
  { papers, themes, days }: CorpusStats,
): object => ({
  corpus: { papers, themes, days },
  total,
  tookMs: Number(tookMs.toFixed(2)),
  partial,
  problems,
  hits: hits.map(({ paper: { id, title }, score, tier, why }) => ({
    id,
    title,
    score: score === null ? null : Number(score.toFixed(4)),
    tier,
    why,
  })),
})
