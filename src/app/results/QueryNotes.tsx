import { Fragment } from 'react'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { replaceTerm } from '#core/query/edit.ts'
import type { Correction } from '#core/search/answer.ts'
import { withQuery } from '#core/site/view.ts'
import * as texts from './noteTexts.ts'
import { UnknownThemeLinks } from './UnknownThemeLinks.tsx'
import type { List } from './useList.ts'
import { ViewLink } from './ViewLink.tsx'

/** Words of the query that the engine corrected, and parts that it did not understand. */
export function QueryNotes({ list, response }: { list: List; response: SearchResponse }) {
  const { corrections, problems } = response
  return (
    <div className="space-y-1 wrap-anywhere text-sm text-soft empty:hidden">
      {corrections.map(correction => (
        <Corrected key={correction.from} correction={correction} list={list} />
      ))}
      {problems.map(({ themes, ...problem }) => (
        <Fragment key={`${problem.start} ${problem.message}`}>
          <p className="pt-2 text-warn">{problem.message}</p>
          {themes && <UnknownThemeLinks list={list} problem={{ ...problem, themes }} />}
        </Fragment>
      ))}
    </div>
  )
}

/** Each word that replaces a mistyped one is a link that corrects the query. */
function Corrected({ correction: { from, to }, list }: { correction: Correction; list: List }) {
  return (
    <p className="pt-2">
      {texts.showingResultsFor}{' '}
      {to.map((word, at) => (
        <span key={word}>
          {at > 0 && ', '}
          <ViewLink
            list={list}
            to={view => withQuery(view, replaceTerm(view.q, from, word))}
            className="prose-link"
          >
            <bdi>{word}</bdi>
          </ViewLink>
        </span>
      ))}{' '}
      {texts.insteadOf(from)}
    </p>
  )
}
