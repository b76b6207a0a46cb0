import { addClause } from '#core/query/edit.ts'
import type { FacetCount } from '#core/search/facets.ts'
import { paths } from '#core/site/paths.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { Link } from '../navigation/Link.tsx'
import { searchFor } from '../navigation/searchFor.ts'
import { useNamedTheme } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import * as texts from './texts.ts'

interface Props {
  /** The query that the papers answer. */
  q: string
  count: FacetCount
}

/** A theme that overlaps with a list. Its name links to its page, the number to the papers of both. */
export function SharedTheme({ q, count: { value, count } }: Props) {
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
        aria-label={texts.sharedWith(count, theme.label)}
        title={texts.shared(count)}
        className="target inline-flex items-center justify-end text-xs underline decoration-rule underline-offset-4 tabular-nums hover:text-ink"
      >
        {formatNumber(count)}
      </Link>
    </li>
  )
}
