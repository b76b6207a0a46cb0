import { X } from 'lucide-react'
import { Link } from 'react-router-dom'
import type { Clause } from '#core/query/ast.ts'
import { removeClause } from '#core/query/edit.ts'
import { inWords } from '#core/query/inWords.ts'
import { withQuery } from '#core/view.ts'
import { useThemes } from '../state/themes.ts'
import type { List } from './useList.ts'

/** The query as it was understood, clause by clause; each can be taken away. Plain words need no chip. */
export function QueryChips({ list, clauses }: { list: List; clauses: readonly Clause[] }) {
  const themes = useThemes()
  const chips = clauses.filter(({ query }) => query.type !== 'word' || query.field)
  if (chips.length === 0) return null
  const nameOf = (field: string, value: string): string | undefined =>
    field === 'theme' ? themes.find(({ id }) => id === value)?.label : undefined
  return (
    <ul aria-label="Filters" className="my-3 flex flex-wrap gap-2">
      {chips.map(clause => {
        const words = inWords(clause.query, nameOf)
        return (
          <li key={`${clause.start} ${words}`}>
            <Link
              to={list.hrefOf(withQuery(list.view, removeClause(list.view.q, clause)))}
              aria-label={`Remove filter ${words}`}
              className="target inline-flex items-center gap-1.5 border border-edge px-2 text-sm hover:border-ink"
            >
              {words}
              <X size={14} aria-hidden="true" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
