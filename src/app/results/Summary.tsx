import { ArrowUp } from 'lucide-react'
import { Fragment } from 'react'
import { describeQuery } from '#core/query/describe.ts'
import { useClauses } from '../filters/useClauses.ts'
import { focusOn } from '../navigation/focusTargets.ts'
import { useNameOf } from '../state/themes.ts'
import * as texts from './noteTexts.ts'
import type { List } from './useList.ts'

/** The query of a list in words, for readers who have scrolled past the search box. */
export function Summary({ list }: { list: List }) {
  const nameOf = useNameOf()
  return useClauses(list).map(({ query, start }) => (
    <Fragment key={start}>
      {' · '}
      <bdi>{describeQuery(query, nameOf)}</bdi>
    </Fragment>
  ))
}

/** Scrolls to the top of the page. */
export const ToTop = () => (
  <button
    type="button"
    className="target inline-flex items-center gap-1 hover:text-ink"
    onClick={() => {
      window.scrollTo(0, 0)
      focusOn('search', 'content')
    }}
  >
    <ArrowUp size={16} aria-hidden="true" />
    {texts.top}
  </button>
)
