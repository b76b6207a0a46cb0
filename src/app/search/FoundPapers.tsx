import type { ReactNode } from 'react'
import type { Results } from '../state/results.ts'
import { ResultArea } from './ResultArea.tsx'
import { ResultList } from './ResultList.tsx'
import { useAnswerAnnounced } from './useAnswerAnnounced.ts'
import type { List } from './useList.ts'

interface Props {
  list: List
  /** The query that was asked, which is more than the address says where the page adds to it. */
  q: string
  results: Results
  /** What stands in the place of a list without papers. */
  empty: ReactNode
}

/** The part of a page that people come for: the papers found, or why there are none. */
export function FoundPapers({ list, q, results, empty }: Props) {
  const { response } = results
  useAnswerAnnounced(q, results)
  return (
    <section id="papers" aria-label="Papers" tabIndex={-1} className="outline-none">
      <ResultArea results={results}>
        {response && (response.total > 0 ? <ResultList list={list} response={response} q={q} /> : empty)}
      </ResultArea>
    </section>
  )
}
