import type { ReactNode } from 'react'
import { FollowButton } from '../export/FollowButton.tsx'
import type { Results } from '../state/results.ts'
import type { ListAnswer } from './answerPhases.ts'
import { ResultArea } from './ResultArea.tsx'
import { ResultList } from './ResultList.tsx'
import * as texts from './texts.ts'
import { useAnswerAnnounced } from './useAnswerAnnounced.ts'

interface Props {
  /** The query of the address. */
  q: string
  results: Results
  answer: ListAnswer | undefined
  /** How many of the papers are rendered. */
  papers: number
  /** Name of the theme or digest that the list belongs to. */
  name?: string | undefined
  /** Shown instead of a list without papers. */
  empty: ReactNode
}

/** The papers found, or the reason why there are none. */
export function FoundPapers({ q, results, answer, papers, name, empty }: Props) {
  useAnswerAnnounced(q, results)
  return (
    <section id="papers" aria-label={texts.papers} tabIndex={-1} className="outline-none">
      <ResultArea results={{ response: answer, error: results.error }}>
        {answer &&
          (answer.response.total > 0 ? (
            <ResultList answer={answer} papers={papers} name={name} />
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
