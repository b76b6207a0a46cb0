import { Fragment } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { describeQuery } from '#core/query/describe.ts'
import { withQuery } from '#core/site/view.ts'
import type { List } from '../results/useList.ts'
import { ViewLink } from '../results/ViewLink.tsx'
import { useNameOf } from '../state/themes.ts'
import * as texts from './texts.ts'

interface Props {
  list: List
  clauses: readonly Clause[]
  /** Label of the link to all papers of the page. */
  all: string
}

/** The conditions that narrow a page, and the link to all of its papers. */
export function NarrowedTo({ list, clauses, all }: Props) {
  const nameOf = useNameOf()
  if (clauses.length === 0) return null
  return (
    <p className="mb-2 border-l-3 border-link pl-3 text-sm wrap-anywhere">
      {texts.narrowedTo}{' '}
      {clauses.map((clause, at) => (
        <Fragment key={clause.start}>
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
