import { Minus } from 'lucide-react'
import { Link } from 'react-router-dom'
import { FACETS, type FacetCount, type FacetValue, facetValues } from '#core/facets.ts'
import { grouped } from '#core/numbers.ts'
import type { Clause } from '#core/query/ast.ts'
import { type ValueState, withValue } from '#core/query/edit.ts'
import { withQuery } from '#core/view.ts'
import { groupsOf, useThemes } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import type { List } from './useList.ts'

interface Props {
  list: List
  counts: readonly FacetCount[]
  clauses: readonly Clause[]
}

/** The themes of the papers found, by group. A click narrows to a theme, Alt-click or the minus leaves it out. */
export function FacetPanel({ list, counts, clauses }: Props) {
  const themes = useThemes()
  const values = facetValues('theme', counts, clauses)
  const shown = themes.flatMap(theme => {
    const value = values.find(({ value }) => value === theme.id)
    return value ? [{ theme, value }] : []
  })
  return (
    <nav aria-label={FACETS.theme.label}>
      <h2 className="mb-3 text-sm font-semibold">{FACETS.theme.label}</h2>
      {groupsOf(themes).map((group, accent) => {
        const rows = shown.filter(({ theme }) => theme.group === group)
        if (rows.length === 0) return null
        return (
          <section key={group} className="mb-4">
            <h3 className="mb-0.5 flex items-center gap-2 text-xs text-soft">
              <Dot accent={accent} />
              {group}
            </h3>
            <ul>
              {rows.map(({ theme, value }) => (
                <Row key={theme.id} label={theme.label} value={value} list={list} />
              ))}
            </ul>
          </section>
        )
      })}
      {shown.length === 0 && <p className="text-sm text-soft">None of these papers belongs to a theme.</p>}
    </nav>
  )
}

const SAID: Record<ValueState, string> = { included: ', shown only', excluded: ', left out', neutral: '' }

function Row({
  label,
  value: { value, count, state },
  list,
}: {
  label: string
  value: FacetValue
  list: List
}) {
  const { view } = list
  const viewWith = (next: ValueState) => withQuery(view, withValue(view.q, 'theme', value, next))
  const toggled = viewWith(state === 'neutral' ? 'included' : 'neutral')
  const left = viewWith(state === 'excluded' ? 'neutral' : 'excluded')
  return (
    <li className="group flex items-center">
      <Link
        to={list.hrefOf(toggled)}
        aria-current={state === 'included' ? 'true' : undefined}
        onClick={event => {
          if (!event.altKey) return
          event.preventDefault()
          list.go(left)
        }}
        className={`target flex grow items-center justify-between gap-2 border-l-3 pl-3 text-sm hover:text-ink ${
          state === 'included' ? 'border-link font-semibold text-ink' : 'border-transparent'
        } ${state === 'excluded' ? 'text-soft line-through' : ''} ${count === 0 ? 'text-soft' : ''}`}
      >
        <span>
          {label}
          <span className="sr-only">{SAID[state]}</span>
        </span>
        <data value={count} className="text-xs text-soft">
          {grouped(count)}
        </data>
      </Link>
      <Link
        to={list.hrefOf(left)}
        aria-label={state === 'excluded' ? `Allow ${label} again` : `Leave out ${label}`}
        title={state === 'excluded' ? 'Allow again' : 'Leave out'}
        className={`target ml-1 grid place-items-center text-soft hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 ${
          state === 'excluded' ? 'text-ink' : 'pointer-fine:opacity-0'
        }`}
      >
        <Minus size={14} aria-hidden="true" />
      </Link>
    </li>
  )
}
