import { memo, useId } from 'react'
import type { FacetCount } from '#core/facets.ts'
import { grouped } from '#core/numbers.ts'
import { paths } from '#core/paths.ts'
import { addClause } from '#core/query/edit.ts'
import { Months } from '../../search/facets/Months.tsx'
import { papersInWords } from '../../search/facets/valueLabel.ts'
import { useClauses } from '../../search/useClauses.ts'
import type { Found } from '../../search/useFound.ts'
import { useNamedTheme, useNamedThemes } from '../../state/themes.ts'
import { Dot } from '../../ui/Dot.tsx'
import { Link } from '../../ui/Link.tsx'
import { searchFor } from './searchFor.ts'

interface Props {
  id: string
  found: Found
}

/** How the theme has gone over time, and the themes it overlaps with. */
export const BesideTheme = memo(function BesideTheme({ id, found }: Props) {
  const { list, q, response } = found
  const clauses = useClauses(list)
  const [byMonth, related] = [useId(), useId()]
  const themes = useNamedThemes()
  const parentOf = (other: string) => themes.get(other)?.parent
  // What it is a part of, and its parts, are named at the head of the page.
  const others = response.telling.filter(({ value }) => parentOf(value) !== id && parentOf(id) !== value)
  return (
    <>
      <section aria-labelledby={byMonth}>
        <h2 id={byMonth} className="mb-3 text-sm font-semibold">
          Papers by month
        </h2>
        <Months list={list} counts={response.facets.published.values} clauses={clauses} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby={related} className="mt-8">
          <h2 id={related} className="mb-1 text-sm font-semibold">
            Related themes
          </h2>
          <ul>
            {others.map(count => (
              <Related key={count.value} q={q} count={count} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
})

/** The theme leads to its page, the number to the papers of both. */
function Related({ q, count: { value, count } }: { q: string; count: FacetCount }) {
  const theme = useNamedTheme(value)
  if (!theme) return null
  return (
    <li className="flex items-center gap-2 text-sm text-soft">
      <Link
        to={paths.theme(value)}
        className="target flex min-w-0 grow items-center gap-2 py-1 leading-snug wrap-anywhere hover:text-ink"
      >
        <Dot accent={theme.accent} />
        {theme.label}
      </Link>
      <Link
        to={searchFor(addClause(q, `theme:${value}`))}
        aria-label={`${papersInWords(count)} shared with ${theme.label}`}
        title={`${papersInWords(count)} shared`}
        className="target inline-flex items-center justify-end text-xs underline decoration-rule underline-offset-4 tabular-nums hover:text-ink"
      >
        {grouped(count)}
      </Link>
    </li>
  )
}
