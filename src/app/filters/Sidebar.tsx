import { memo } from 'react'
import { withValue } from '#core/query/edit.ts'
import type { FacetCount } from '#core/search/facets.ts'
import { withQuery } from '#core/site/view.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { ListAnswer } from '../results/answerPhases.ts'
import type { List } from '../results/useList.ts'
import { ViewLink } from '../results/ViewLink.tsx'
import { useNamedTheme } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import { Months } from './Months.tsx'
import * as texts from './texts.ts'
import { useClauses } from './useClauses.ts'

/** The papers found by month, and the themes that go with them. */
export const Sidebar = memo(function Sidebar({ answer: { list, response } }: { answer: ListAnswer }) {
  const clauses = useClauses(list)
  if (response.total === 0) return null
  return (
    <>
      <section aria-labelledby="by-month">
        <h2 id="by-month" className="mb-3 text-sm font-semibold">
          {texts.byMonth}
        </h2>
        <Months list={list} counts={response.facets.published.values} clauses={clauses} />
      </section>
      {response.relatedThemes.length > 0 && (
        <section aria-labelledby="related-themes" className="mt-8">
          <h2 id="related-themes" className="mb-1 text-sm font-semibold">
            {texts.relatedThemes}
          </h2>
          <ul>
            {response.relatedThemes.map(count => (
              <RelatedTheme key={count.value} count={count} list={list} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
})

function RelatedTheme({ count: { value, count }, list }: { count: FacetCount; list: List }) {
  const theme = useNamedTheme(value)
  if (!theme) return null
  return (
    <li>
      <ViewLink
        list={list}
        to={view => withQuery(view, withValue(view.q, 'theme', value, 'included', 'all'))}
        className="target flex items-center gap-2 text-sm text-soft hover:text-ink"
      >
        <Dot accent={theme.accent} />
        <span className="min-w-0 grow wrap-anywhere">{theme.label}</span>
        <data value={count} className="text-xs">
          {formatNumber(count)}
        </data>
      </ViewLink>
    </li>
  )
}
