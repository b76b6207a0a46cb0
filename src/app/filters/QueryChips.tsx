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
import * as texts from './texts.ts'
import { useClauses } from './useClauses.ts'

/**
 * The query as parsed, a chip for each clause. Each can be edited in the search box, negated and removed. Plain words need
 * no chip: the box shows them as they are.
 */
export function QueryChips({ list }: { list: List }) {
  const nameOf = useNameOf()
  const shown = useRef<HTMLUListElement>(null)
  // Index of the focused chip that is about to be removed.
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
    <ul ref={shown} aria-label={texts.filters} className="my-3 flex flex-wrap gap-2">
      {chips.map((clause, index) => {
        const words = describeQuery(clause.query, nameOf)
        const isNegated = clause.query.type === 'not'
        const asked = clause.query.type === 'not' ? clause.query.member : clause.query
        return (
          <li
            // A negated chip keeps its key, and with it the focus.
            key={`${clause.start} ${format(asked)}`}
            className="inline-flex max-w-full border border-edge text-sm"
          >
            <button
              type="button"
              title={texts.editInBox}
              aria-label={texts.editFilter(words)}
              onClick={() => selectInSearch(clause.start, clause.end)}
              className="target min-w-0 px-2 text-left wrap-anywhere hover:bg-sheet"
            >
              <bdi>{words}</bdi>
            </button>
            <Link
              to={linkTo(negateClause(list.view.q, clause))}
              aria-label={`${isNegated ? texts.include : texts.exclude}: ${words}`}
              title={isNegated ? texts.include : texts.exclude}
              className={`target grid place-items-center border-l border-rule hover:bg-sheet hover:text-ink ${isNegated ? 'text-ink' : 'text-soft'}`}
            >
              <Ban size={14} aria-hidden="true" />
            </Link>
            <Link
              data-removes=""
              to={linkTo(removeClause(list.view.q, clause))}
              aria-label={texts.removeFilter(words)}
              title={texts.remove}
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
