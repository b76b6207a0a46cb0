import { Ban, X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { describeQuery } from '#core/query/describe.ts'
import { negateClause, removeClause } from '#core/query/edit.ts'
import { format } from '#core/query/format.ts'
import { withQuery } from '#core/site/view.ts'
import { focusOn, selectInSearch } from '../navigation/focusTargets.ts'
import { Link } from '../navigation/Link.tsx'
import { isPlainClick } from '../navigation/plainClick.ts'
import type { List } from '../results/useList.ts'
import { useNameOf } from '../state/themes.ts'
import { useClauses } from './useClauses.ts'

/**
 * The query as it was understood, clause by clause. Each can be opened as text in the search box, turned into its
 * opposite and taken away. Plain words need no chip: they stand in the box as they are.
 */
export function QueryChips({ list }: { list: List }) {
  const nameOf = useNameOf()
  const shown = useRef<HTMLUListElement>(null)
  // The number of the chip that is about to go, with the focus on it.
  const removed = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (removed.current === undefined) return
    const next = shown.current?.querySelectorAll('[data-removes]')[removed.current]
    removed.current = undefined
    if (next instanceof HTMLElement) next.focus()
    else focusOn('search')
  })
  const chips = useClauses(list).filter(({ query }) => query.type !== 'word' || query.field)
  if (chips.length === 0) return null
  const linkTo = (q: string): string => list.hrefOf(withQuery(list.view, q))
  return (
    <ul ref={shown} aria-label="Filters" className="my-3 flex flex-wrap gap-2">
      {chips.map((clause, index) => {
        const words = describeQuery(clause.query, nameOf)
        const isNegated = clause.query.type === 'not'
        const asked = clause.query.type === 'not' ? clause.query.member : clause.query
        return (
          <li
            // A chip stays itself when it is turned into its opposite, and keeps the focus.
            key={`${clause.start} ${format(asked)}`}
            className="inline-flex max-w-full border border-edge text-sm"
          >
            <button
              type="button"
              title="Edit in the search box"
              aria-label={`Edit filter ${words}`}
              onClick={() => selectInSearch(clause.start, clause.end)}
              className="target min-w-0 px-2 text-left wrap-anywhere hover:bg-sheet"
            >
              <bdi>{words}</bdi>
            </button>
            <Link
              to={linkTo(negateClause(list.view.q, clause))}
              aria-label={isNegated ? `Ask for it again: ${words}` : `Leave out instead: ${words}`}
              title={isNegated ? 'Ask for it again' : 'Leave out instead'}
              className={`target grid place-items-center border-l border-rule hover:bg-sheet hover:text-ink ${isNegated ? 'text-ink' : 'text-soft'}`}
            >
              <Ban size={14} aria-hidden="true" />
            </Link>
            <Link
              data-removes=""
              to={linkTo(removeClause(list.view.q, clause))}
              aria-label={`Remove filter ${words}`}
              title="Remove"
              onClick={event => {
                if (isPlainClick(event)) removed.current = index
              }}
              className="target grid place-items-center border-l border-rule text-soft hover:bg-sheet hover:text-ink"
            >
              <X size={14} aria-hidden="true" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
