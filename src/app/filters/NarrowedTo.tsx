import { Fragment } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { describeQuery } from '#core/query/describe.ts'
import { withQuery } from '#core/site/view.ts'
import type { List } from '../results/useList.ts'
import { ViewLink } from '../results/ViewLink.tsx'
import { useNameOf } from '../state/themes.ts'

interface Props {
  list: List
  clauses: readonly Clause[]
  /** What all papers of the page are called. */
  all: string
}

/** Says which part of a page's papers is listed, and leads back to all of them. */
export function NarrowedTo({ list, clauses, all }: Props) {
  const nameOf = useNameOf()
  if (clauses.length === 0) return null
  return (
    <p className="mb-2 border-l-3 border-link pl-3 text-sm wrap-anywhere">
      Narrowed to{' '}
      {clauses.map((clause, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity beyond their place in the query
        <Fragment key={at}>
          {at > 0 && ', '}
          <b className="font-semibold">
            <bdi>{describeQuery(clause.query, nameOf)}</bdi>
          </b>
        </Fragment>
      ))}
      {' · '}
      <ViewLink
        list={list}
        to={view => withQuery(view, '')}
        className="target prose-link inline-flex items-center"
      >
        {all}
      </ViewLink>
    </p>
  )
}
