import { Fragment } from 'react'
import type { SearchResponse } from '#core/engine.ts'
import { grouped } from '#core/numbers.ts'
import { PaperCard } from '../paper/PaperCard.tsx'
import { ListBar } from './ListBar.tsx'
import { originOf } from './origin.ts'
import { Pages } from './Pages.tsx'
import type { List } from './useList.ts'

interface Props {
  list: List
  response: SearchResponse
  /** The query that was asked, which is more than the address says where the page adds to it. */
  q: string
}

/** A page of hits with what belongs to every list: count, sort, layout, pages. */
export function ResultList({ list, response, q }: Props) {
  const { view } = list
  const inSecond = response.total - response.inFirstTier
  const origin = originOf(list, q)
  return (
    <>
      <ListBar list={list} response={response} />
      {view.page > response.pages && (
        <p className="mt-3 text-sm text-warn">
          There is no page {view.page}: this is the last of {response.pages}.
        </p>
      )}
      {response.hits.map((hit, at) => (
        <Fragment key={hit.paper.id}>
          {hit.tier === 2 && response.hits[at - 1]?.tier !== 2 && (
            <p className="border-b border-rule pt-8 pb-2 text-sm text-soft">
              With some of your words: {grouped(inSecond)} {inSecond === 1 ? 'paper' : 'papers'}
            </p>
          )}
          <PaperCard hit={hit} layout={view.layout} origin={origin} />
        </Fragment>
      ))}
      <Pages list={list} page={response.page} pages={response.pages} />
    </>
  )
}
