import { type ComponentProps, Fragment, memo, Suspense, useMemo } from 'react'
import { originOf } from '../navigation/origin.ts'
import { PaperCard } from '../paper/PaperCard.tsx'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import type { ListAnswer } from './answerPhases.ts'
import { CountLine } from './CountLine.tsx'
import { ListBar } from './ListBar.tsx'
import { Pages } from './Pages.tsx'
import * as texts from './texts.ts'
import { useExpanded } from './useExpanded.ts'

const BrokenCard = lazyComponent(() => import('../paper/BrokenCard.tsx').then(({ BrokenCard }) => BrokenCard))

/** Cards hydrate one by one, so that none delays a tap; one that fails to render leaves the others. */
const Card = memo((props: ComponentProps<typeof PaperCard>) => (
  <ErrorBoundary
    resetKey={props}
    fallback={error => <BrokenCard paper={props.hit.paper} origin={props.origin} error={error} />}
  >
    <Suspense>
      <PaperCard {...props} />
    </Suspense>
  </ErrorBoundary>
))

interface Props {
  answer: ListAnswer
  /** How many of its papers are rendered. */
  papers: number
  /** Name of the theme or digest that the list belongs to. */
  name: string | undefined
}

/** A page of hits with what belongs to every list: count, sort, layout, pages. */
export const ResultList = memo(function ResultList({ answer, papers, name }: Props) {
  const { list, q, response } = answer
  const { view } = list
  const hits = response.hits.slice(0, papers)
  const inSecond = response.total - response.inFirstTier
  const origin = useMemo(() => originOf(list, q), [list, q])
  const { expanded, expand } = useExpanded(list.entry)
  return (
    <>
      <CountLine answer={answer} name={name} />
      <ListBar list={list} response={response} q={q} />
      {view.page > response.pages && (
        <p className="mt-3 text-sm text-warn">{texts.noSuchPage(view.page, response.page, response.pages)}</p>
      )}
      {hits.map((hit, at) => (
        <Fragment key={hit.paper.id}>
          {hit.tier === 2 && hits[at - 1]?.tier !== 2 && (
            <p className="border-b border-rule pt-8 pb-2 text-sm text-soft">
              {texts.withSomeWords(inSecond)}
            </p>
          )}
          <Card
            hit={hit}
            layout={view.layout}
            origin={origin}
            isExpanded={expanded.includes(hit.paper.id)}
            onExpand={expand}
          />
        </Fragment>
      ))}
      {papers >= response.hits.length && <Pages list={list} page={response.page} pages={response.pages} />}
    </>
  )
})
