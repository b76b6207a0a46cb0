import { Link } from 'react-router-dom'
import type { Clause, Query } from '#core/query/ast.ts'
import { removeClause } from '#core/query/edit.ts'
import { format } from '#core/query/format.ts'
import { inWords } from '#core/query/inWords.ts'
import { withQuery } from '#core/view.ts'
import { useNameOf } from '../state/themes.ts'
import { Notice } from '../ui/Notice.tsx'
import type { List } from './useList.ts'

const isPlain = ({ query }: Clause): boolean => query.type === 'word' || query.type === 'phrase'

/** The query that asks for any of its words instead of all. */
function anyWord(clauses: readonly Clause[]): string | undefined {
  const words = clauses.filter(isPlain).map(({ query }) => query)
  if (words.length < 2) return undefined
  const others = clauses.filter(clause => !isPlain(clause)).map(({ query }) => query)
  const either: Query = { type: 'or', members: words }
  return format(others.length > 0 ? { type: 'and', members: [either, ...others] } : either)
}

/** No paper matched: what was asked for, and the ways out that are one click away. */
export function EmptyList({ list, clauses }: { list: List; clauses: readonly Clause[] }) {
  const { view, hrefOf } = list
  const filter = clauses.findLast(clause => !isPlain(clause))
  const any = anyWord(clauses)
  const nameOf = useNameOf()
  if (view.q.trim() === '') return <Notice title="There are no papers here yet" />
  return (
    <Notice title={`No paper matches ${view.q}`}>
      <ul className="space-y-2">
        {filter && (
          <li>
            <Link to={hrefOf(withQuery(view, removeClause(view.q, filter)))} className="prose-link">
              Drop the filter {inWords(filter.query, nameOf)}
            </Link>
          </li>
        )}
        {any && (
          <li>
            <Link to={hrefOf(withQuery(view, any))} className="prose-link">
              Search for any of the words instead of all
            </Link>
          </li>
        )}
        <li>
          <Link to={hrefOf(withQuery(view, ''))} className="prose-link">
            Show all papers
          </Link>
        </li>
      </ul>
    </Notice>
  )
}
