import { toggleValue, type ValueState } from '#core/query/edit.ts'
import { type FacetName, type FacetValue, facetOf } from '#core/search/facets.ts'
import { type View, withQuery } from '#core/site/view.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { List } from '../results/useList.ts'
import { ViewLink } from '../results/ViewLink.tsx'
import { MinusIcon } from '../ui/icons.tsx'
import * as texts from './texts.ts'

const SUFFIXES: Record<ValueState, string> = {
  included: texts.includedSuffix,
  excluded: texts.excludedSuffix,
  neutral: '',
}

interface Props {
  facet: FacetName
  label: string
  value: FacetValue
  list: List
}

/** A value to choose. A click narrows to it, Alt-click or the minus leaves it out. */
export function ValueRow({ facet, label, value: { value, count, state }, list }: Props) {
  const { field, together } = facetOf(facet)
  const to = (next: 'included' | 'excluded') => (view: View) =>
    withQuery(view, toggleValue(view.q, field, value, next, together))
  return (
    <li className="group flex items-center">
      <ViewLink
        list={list}
        to={to('included')}
        aria-current={state === 'included' ? 'true' : undefined}
        onClick={event => {
          if (!event.altKey) return
          event.preventDefault()
          list.go(to('excluded'))
        }}
        className={`target flex min-w-0 grow items-center justify-between gap-2 border-l-3 py-0.5 pl-3 text-sm leading-snug hover:text-ink ${
          state === 'included' ? 'border-link font-semibold text-ink' : 'border-transparent'
        } ${state === 'excluded' ? 'text-soft line-through' : ''} ${count === 0 ? 'text-soft' : ''}`}
      >
        <span className="min-w-0 wrap-anywhere">
          <bdi>{label}</bdi>
          <span className="sr-only">{SUFFIXES[state]}</span>
        </span>
        <data value={count} className="text-xs text-soft">
          {formatNumber(count)}
        </data>
      </ViewLink>
      <ViewLink
        list={list}
        to={to('excluded')}
        aria-label={state === 'excluded' ? texts.allowValue(label) : texts.leaveOutValue(label)}
        title={state === 'excluded' ? texts.allowAgain : texts.leaveOut}
        className={`target ml-1 grid place-items-center text-soft hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 ${
          state === 'excluded' ? 'text-ink' : 'pointer-fine:opacity-0'
        }`}
      >
        <MinusIcon size={14} />
      </ViewLink>
    </li>
  )
}
