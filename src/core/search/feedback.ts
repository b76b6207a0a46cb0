import type { CorpusPaper } from '../papers/manifest.ts'
import { analyze } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { FeedbackPlan } from './queryPlan.ts'

/** Papers taken for relevant: at most 10, and at most one in 100 of the corpus. */
const MAX_PAPERS = 10
const ONE_IN = 100

/** Number of stems taken from these papers. */
const FEEDBACK_WORDS = 15

/** Weight of words of titles beside those of abstracts: titles name the subject of a paper. */
const TITLE_COUNT = 4

/** Share of the new words in the expanded query (1 − λ of RM3). */
const FEEDBACK_SHARE = 0.3

/**
 * Plans the relevance feedback of a query.
 *
 * @param documents the number of documents of the corpus
 * @param terms the number of words of the query
 */
export const feedbackPlan = (documents: number, terms: number): FeedbackPlan => ({
  documents: Math.min(MAX_PAPERS, Math.floor(documents / ONE_IN)),
  boost: (FEEDBACK_SHARE / (1 - FEEDBACK_SHARE)) * terms,
})

/** One of the best papers, and its share (0 to 1) of the scores of all of them. */
export interface Feedback {
  paper: CorpusPaper
  share: number
}

/**
 * The most frequent stems of the best papers, with weights that sum to one: the relevance model of
 * Lavrenko & Croft (Relevance-based language models, 2001), as it is mixed with the query in RM3 (Abdul-Jaleel et al.,
 * UMass at TREC 2004).
 */
export function feedbackStems(answers: readonly Feedback[]): Map<string, number> {
  const model = new Map<string, number>()
  for (const { paper, share } of answers) {
    const counts = new Map<string, number>()
    let length = 0
    const read = (text: string, times: number): void => {
      for (const { term } of analyze(text).words) {
        if (isStopWord(term) || /^\d+$/.test(term)) continue
        const stem = stemOf(term)
        counts.set(stem, (counts.get(stem) ?? 0) + times)
        length += times
      }
    }
    read(paper.title, TITLE_COUNT)
    read(paper.abstract ?? '', 1)
    for (const [stem, count] of counts) model.set(stem, (model.get(stem) ?? 0) + (share * count) / length)
  }
  const best = [...model].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, FEEDBACK_WORDS)
  const sum = best.reduce((total, [, weight]) => total + weight, 0)
  return new Map(best.map(([stem, weight]) => [stem, weight / sum]))
}
