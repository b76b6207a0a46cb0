import type { Clause } from '#core/query/ast.ts'
import { inWords } from '#core/query/inWords.ts'
import { withQuery } from '#core/view.ts'
import type { List } from '../../search/useList.ts'
import { ViewLink } from '../../search/ViewLink.tsx'
import { useNameOf } from '../../state/themes.ts'

/** Says which part of a theme's papers is listed, and leads back to all of them. */
export function NarrowedTo({ list, clauses }: { list: List; clauses: readonly Clause[] }) {
  const nameOf = useNameOf()
  if (clauses.length === 0) return null
  return (
    <p className="mb-2 border-l-3 border-link pl-3 text-sm wrap-anywhere">
      Narrowed to {clauses.map(({ query }) => inWords(query, nameOf)).join(', ')}.{' '}
      <ViewLink
        list={list}
        to={view => withQuery(view, '')}
        className="target prose-link inline-flex items-center"
      >
        All papers of this theme
      </ViewLink>
    </p>
  )
}
