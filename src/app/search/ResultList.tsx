import { Fragment, useMemo } from 'react'
import { grouped } from '#core/numbers.ts'
import type { Layout } from '#core/view.ts'
import { PaperCard } from '../paper/PaperCard.tsx'
import { ListBar } from './ListBar.tsx'
import { originOf } from './origin.ts'
import { Pages } from './Pages.tsx'
import type { Found } from './useFound.ts'

/** So many papers fill a window, or nearly. They are drawn first. */
const AT_ONCE: Record<Layout, number> = { compact: 16, cards: 6, full: 4 }

interface Props {
  found: Found
  isWhole: boolean
}

/** A page of hits with what belongs to every list: count, sort, layout, pages. */
export function ResultList({ found: { list, q, response }, isWhole }: Props) {
  const { view } = list
  const hits = isWhole ? response.hits : response.hits.slice(0, AT_ONCE[view.layout])
  const inSecond = response.total - response.inFirstTier
  const origin = useMemo(() => originOf(list, q), [list, q])
  return (
    <>
      <ListBar list={list} response={response} q={q} />
      {view.page > response.pages && (
        <p className="mt-3 text-sm text-warn">
          There is no page {view.page}: this is the last of {response.pages}.
        </p>
      )}
      {hits.map((hit, at) => (
        <Fragment key={hit.paper.id}>
          {hit.tier === 2 && hits[at - 1]?.tier !== 2 && (
            <p className="border-b border-rule pt-8 pb-2 text-sm text-soft">
              With some of your words: {grouped(inSecond)} {inSecond === 1 ? 'paper' : 'papers'}
            </p>
          )}
          <PaperCard hit={hit} layout={view.layout} origin={origin} />
        </Fragment>
      ))}
      {isWhole && <Pages list={list} page={response.page} pages={response.pages} />}
    </>
  )
}
