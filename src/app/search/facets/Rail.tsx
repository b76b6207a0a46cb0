import { Link } from 'react-router-dom'
import type { SearchResponse } from '#core/engine.ts'
import type { FacetCount } from '#core/facets.ts'
import { grouped } from '#core/numbers.ts'
import type { Clause } from '#core/query/ast.ts'
import { withValue } from '#core/query/edit.ts'
import { withQuery } from '#core/view.ts'
import { useTheme } from '../../state/themes.ts'
import { Dot } from '../../ui/Dot.tsx'
import type { List } from '../useList.ts'
import { Months } from './Months.tsx'

interface Props {
  list: List
  response: SearchResponse
  clauses: readonly Clause[]
}

/** What the papers found are like: when they were published, and which themes go with them. */
export function Rail({ list, response, clauses }: Props) {
  return (
    <>
      <section aria-labelledby="by-month">
        <h2 id="by-month" className="mb-3 text-sm font-semibold">
          Papers by month
        </h2>
        <Months list={list} counts={response.facets.published.values} clauses={clauses} />
      </section>
      {response.telling.length > 0 && (
        <section aria-labelledby="telling" className="mt-8">
          <h2 id="telling" className="mb-1 text-sm font-semibold">
            Themes that go with these
          </h2>
          <ul>
            {response.telling.map(count => (
              <Telling key={count.value} count={count} list={list} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Telling({ count: { value, count }, list }: { count: FacetCount; list: List }) {
  const theme = useTheme(value)
  if (!theme) return null
  const narrowed = withQuery(list.view, withValue(list.view.q, 'theme', value, 'included', 'all'))
  return (
    <li>
      <Link
        to={list.hrefOf(narrowed)}
        className="target flex items-center gap-2 text-sm text-soft hover:text-ink"
      >
        <Dot accent={theme.accent} />
        <span className="grow">{theme.label}</span>
        <data value={count} className="text-xs">
          {grouped(count)}
        </data>
      </Link>
    </li>
  )
}
