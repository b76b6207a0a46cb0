import { requestOf } from '#core/engine/request.ts'
import { withQuery } from '#core/site/view.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { Filters } from '../../filters/Filters.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { FoundPapers } from '../../results/FoundPapers.tsx'
import { type List, useList } from '../../results/useList.ts'
import { useRenderedAnswer } from '../../results/useRenderedAnswer.ts'
import { SearchBox } from '../../search/SearchBox.tsx'
import { Edition } from '../../shell/Edition.tsx'
import { lazyComponent } from '../../shell/lazyComponent.tsx'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useCorpusFacts } from '../../state/corpus.ts'
import { useIsScripted } from '../../state/initialData.ts'
import { useResults } from '../../state/results.ts'
import { useBreakpoint } from '../../ui/useBreakpoint.ts'
import * as texts from './texts.ts'

const load = () => import('../../filters/filters.chunk.ts')
const ActiveFilters = lazyComponent(() => load().then(loaded => loaded.ActiveFilters))
const EmptyList = lazyComponent(() => load().then(loaded => loaded.EmptyList))
const FacetPanel = lazyComponent(() => load().then(loaded => loaded.FacetPanel))
const QueryChips = lazyComponent(() => load().then(loaded => loaded.QueryChips), RoomForChips)
const QueryNotes = lazyComponent(() => load().then(loaded => loaded.QueryNotes))
const Sidebar = lazyComponent(() => load().then(loaded => loaded.Sidebar))

/** Reserves a line for the chips of a query; a guess, without parsing the query. */
function RoomForChips({ list }: { list: List }) {
  return /[:"|(]|(?:^|\s)-\S/.test(list.view.q) && <div className="my-3 h-7.5" />
}

export function FrontPage() {
  const list = useList()
  const { view, go } = list
  const corpus = useCorpusFacts()
  const results = useResults(requestOf(view), 'front')
  const { rendered, papers, beside, isRendered, isFinal } = useRenderedAnswer(list, view.q, results)
  const { response } = results
  useTitle(view.q || undefined, {
    of: (make, site) => make.headOfFront(corpus?.newestDigest, site),
    hits: response?.hits,
  })
  useScrollRestoration(isRendered, isFinal)
  const isScripted = useIsScripted()
  const hasSidebar = useBreakpoint('rail')
  const isWide = useBreakpoint('wide')
  const facets = isScripted && beside && <FacetPanel answer={beside} />
  return (
    <PageLayout front edition={<Edition />} skipTo="papers">
      <div className="under-search grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] gap-x-10 rail:grid-cols-[15rem_minmax(0,1fr)] wide:grid-cols-[15rem_minmax(0,1fr)_14rem]">
        {/* Spans both rows, so that the sticky box stays in view down to the end of the list. */}
        <div className="pointer-events-none z-20 col-start-1 row-span-2 row-start-1 pt-4 rail:col-start-2">
          <SearchBox
            q={view.q}
            placeholder={corpus ? texts.searchAmong(formatNumber(corpus.papers)) : texts.search}
            onQuery={q => go(view => withQuery(view, q), { replace: true })}
          />
        </div>
        <div className="col-start-1 row-start-1 pt-16 noscript:pt-4 rail:col-start-2">
          {isScripted && rendered && <QueryNotes list={rendered.list} response={rendered.response} />}
          {isScripted && <QueryChips list={list} />}
          <Filters active={isScripted && <ActiveFilters list={list} />} total={response?.total}>
            {facets}
          </Filters>
        </div>
        <aside
          aria-label={texts.filters}
          className="hidden pt-8 rail:col-start-1 rail:row-span-2 rail:row-start-1 rail:block"
        >
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto pr-1 pb-4">
            {hasSidebar && facets}
          </div>
        </aside>
        <div className="col-start-1 row-start-2 rail:col-start-2">
          <FoundPapers
            q={view.q}
            results={results}
            answer={rendered}
            papers={papers}
            empty={rendered && <EmptyList list={rendered.list} />}
          />
        </div>
        <aside
          aria-label={texts.about}
          className="hidden pt-8 wide:col-start-3 wide:row-span-2 wide:row-start-1 wide:block"
        >
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto pb-4">
            {isWide && beside && <Sidebar answer={beside} />}
          </div>
        </aside>
      </div>
    </PageLayout>
  )
}
