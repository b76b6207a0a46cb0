import { X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import type { Clause } from '#core/query/ast.ts'
import { removeClause } from '#core/query/edit.ts'
import { inWords } from '#core/query/inWords.ts'
import { withQuery } from '#core/view.ts'
import { focusOn } from '../landmarks.ts'
import { useNameOf } from '../state/themes.ts'
import { isPlainClick } from '../ui/plainClick.ts'
import type { List } from './useList.ts'

/** The query as it was understood, clause by clause; each can be taken away. Plain words need no chip. */
export function QueryChips({ list, clauses }: { list: List; clauses: readonly Clause[] }) {
  const nameOf = useNameOf()
  const shown = useRef<HTMLUListElement>(null)
  // The number of the chip that is about to go, with the focus on it.
  const removed = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (removed.current === undefined) return
    const next = shown.current?.querySelectorAll('a')[removed.current]
    removed.current = undefined
    if (next) next.focus()
    else focusOn('search')
  })
  const chips = clauses.filter(({ query }) => query.type !== 'word' || query.field)
  if (chips.length === 0) return null
  return (
    <ul ref={shown} aria-label="Filters" className="my-3 flex flex-wrap gap-2">
      {chips.map((clause, index) => {
        const words = inWords(clause.query, nameOf)
        return (
          <li key={`${clause.start} ${words}`} className="max-w-full">
            <Link
              to={list.hrefOf(withQuery(list.view, removeClause(list.view.q, clause)))}
              aria-label={`Remove filter ${words}`}
              onClick={event => {
                if (isPlainClick(event)) removed.current = index
              }}
              className="target inline-flex max-w-full items-center gap-1.5 border border-edge px-2 text-sm hover:border-ink"
            >
              <span className="min-w-0 wrap-anywhere">{words}</span>
              <X size={14} aria-hidden="true" className="shrink-0" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
