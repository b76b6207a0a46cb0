import type { Clause } from '#core/query/ast.ts'
import { describeQuery } from '#core/query/describe.ts'
import { removeClause } from '#core/query/edit.ts'
import { withQuery } from '#core/site/view.ts'
import { useClauses } from '../filters/useClauses.ts'
import { Link } from '../navigation/Link.tsx'
import { useNameOf } from '../state/themes.ts'
import { Notice } from '../ui/Notice.tsx'
import * as texts from './noteTexts.ts'
import type { List } from './useList.ts'

/** Words may be missing from a paper that is listed; everything else is a condition. */
const isCondition = ({ query }: Clause): boolean => query.type !== 'word' || query.field !== undefined

/** Shown when no paper matches: the query, and ways out of it that take one click. */
export function EmptyList({ list }: { list: List }) {
  const { view, hrefOf } = list
  const filter = useClauses(list).findLast(isCondition)
  const nameOf = useNameOf()
  if (view.q.trim() === '') return <Notice title={texts.noPapersYet} />
  return (
    <Notice title={texts.noPaperMatches(view.q.trim())}>
      <ul className="space-y-2">
        {filter && (
          <li>
            <Link
              to={hrefOf(withQuery(view, removeClause(view.q, filter)))}
              className="target prose-link inline-flex items-center gap-1"
            >
              {texts.dropCondition} <bdi>{describeQuery(filter.query, nameOf)}</bdi>
            </Link>
          </li>
        )}
        <li>
          <Link to={hrefOf(withQuery(view, ''))} className="target prose-link inline-flex items-center">
            {texts.showAll}
          </Link>
        </li>
      </ul>
    </Notice>
  )
}
