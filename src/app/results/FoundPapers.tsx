import type { ReactNode } from 'react'
import { FollowButton } from '../export/FollowButton.tsx'
import type { Results } from '../state/results.ts'
import { ResultArea } from './ResultArea.tsx'
import { ResultList } from './ResultList.tsx'
import { useAnswerAnnounced } from './useAnswerAnnounced.ts'
import type { Found } from './useFound.ts'

interface Props {
  /** The query of the address. */
  q: string
  results: Results
  found: Found | undefined
  /** So many of the papers found are drawn. */
  papers: number
  /** What the list is about, where that is more than its query says. */
  name?: string | undefined
  /** What stands in the place of a list without papers. */
  empty: ReactNode
}

/** The part of a page that people come for: the papers found, or why there are none. */
export function FoundPapers({ q, results, found, papers, name, empty }: Props) {
  useAnswerAnnounced(q, results)
  return (
    <section id="papers" aria-label="Papers" tabIndex={-1} className="outline-none">
      <ResultArea results={{ response: found, error: results.error }}>
        {found &&
          (found.response.total > 0 ? (
            <ResultList found={found} papers={papers} name={name} />
          ) : (
            <>
              {empty}
              {q.trim() !== '' && <FollowButton q={q} />}
            </>
          ))}
      </ResultArea>
    </section>
  )
}
