import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { Sort } from '#core/search/answer.ts'
import { LAYOUTS, type ListLayout, SORTS } from '#core/site/view.ts'
import { useCommands } from '../commands/registry.ts'
import { ListActions } from './ListActions.tsx'
import * as texts from './texts.ts'
import type { List } from './useList.ts'
import { ViewLink } from './ViewLink.tsx'

interface Props {
  list: List
  response: SearchResponse
  /** The query that was asked, which is more than the address says where the page adds to it. */
  q: string
}

/** Order and layout of a list, and actions on all its papers. */
export function ListBar({ list, response, q }: Props) {
  const { view } = list
  const { ranked, sort } = response
  const sorts = (Object.keys(SORTS) as Sort[]).filter(name => name !== 'relevance' || ranked)
  const byDefault = ranked ? 'relevance' : 'newest'
  const withLayout = (layout: ListLayout) => (view: List['view']) => ({ ...view, layout })
  const show = (layout: ListLayout) => () => () => list.go(withLayout(layout))
  useCommands({ compact: show('compact'), cards: show('cards'), full: show('full') })
  const withSort = ({ sort: _, ...rest }: List['view'], next: Sort): List['view'] =>
    next === byDefault ? { ...rest, page: 1 } : { ...rest, sort: next, page: 1 }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-ink pb-2 text-sm text-soft">
      <label className="flex max-w-full items-center gap-2 noscript:hidden">
        {texts.sort}
        <select
          className="target min-w-0 bg-transparent pr-1 text-ink"
          value={sort}
          onChange={event => {
            const sort = event.currentTarget.value as Sort
            list.go(view => withSort(view, sort))
          }}
        >
          {sorts.map(name => (
            <option key={name} value={name} className="bg-paper text-ink">
              {SORTS[name].label}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="flex flex-wrap items-center gap-x-3 noscript:hidden">
        <legend className="sr-only">{texts.show}</legend>
        {(Object.keys(LAYOUTS) as ListLayout[]).map(name => (
          <ViewLink
            key={name}
            list={list}
            to={withLayout(name)}
            aria-current={view.layout === name ? 'true' : undefined}
            title={LAYOUTS[name].about}
            className={`target inline-flex items-center ${
              view.layout === name ? 'font-semibold text-ink' : 'hover:text-ink'
            }`}
          >
            {LAYOUTS[name].label}
          </ViewLink>
        ))}
      </fieldset>
      <ListActions request={{ q, ...(view.sort && { sort: view.sort }) }} response={response} />
    </div>
  )
}
