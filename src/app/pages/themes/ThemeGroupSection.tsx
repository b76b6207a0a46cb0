import { paths } from '#core/site/paths.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { ThemeGroup, ThemeRow } from '#core/themes/themeRows.ts'
import type { ThemeTrend } from '#core/themes/themeTrends.ts'
import { Link } from '../../navigation/Link.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { columnsPath } from './columnsPath.ts'
import * as texts from './texts.ts'

interface Props {
  group: ThemeGroup
  trendOf: ReadonlyMap<string, ThemeTrend>
  /** Whether to show descriptions. */
  isWordy: boolean
}

export function ThemeGroupSection({ group: { name, number, rows }, trendOf, isWordy }: Props) {
  return (
    <section className="mb-6 break-inside-avoid border-t border-rule pt-2">
      <h2 className="mb-1 flex items-center gap-2 text-sm font-semibold">
        <Dot accent={number} />
        {name}
      </h2>
      <ul>
        {rows.map(row => (
          <Row key={row.theme.id} row={row} trend={trendOf.get(row.theme.id)} isWordy={isWordy} />
        ))}
      </ul>
    </section>
  )
}

function Row({
  row: { theme, isPart },
  trend,
  isWordy,
}: {
  row: ThemeRow
  trend: ThemeTrend | undefined
  isWordy: boolean
}) {
  const papers = trend?.papers ?? 0
  return (
    <li className={isPart ? 'pl-4' : ''}>
      <Link
        to={paths.theme(theme.id)}
        title={theme.about}
        className={`target group flex items-center gap-3 ${papers === 0 ? 'text-soft' : ''}`}
      >
        <span
          className={`min-w-0 grow font-serif leading-snug wrap-anywhere group-hover:underline ${isPart ? 'text-base' : 'text-[1.1rem]'}`}
        >
          {theme.label}
        </span>
        {trend && <Sparkline counts={trend.byMonth} />}{' '}
        <data value={papers} className="w-10 shrink-0 text-right text-xs text-soft">
          {formatNumber(papers)} <span className="sr-only">{texts.paperWord(papers)}</span>
        </data>
      </Link>
      {isWordy && <p className="pb-2 text-sm text-soft">{theme.about}</p>}
    </li>
  )
}

const HEIGHT = 14
/** Width of a column with its gap. */
const WIDTH = 3

/** Chart of a theme by month. Decorative: the number beside it is announced. */
function Sparkline({ counts }: { counts: readonly number[] }) {
  return (
    <svg
      aria-hidden="true"
      width={counts.length * WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="shrink-0 text-edge"
    >
      <path d={columnsPath(counts, HEIGHT)} stroke="currentColor" strokeWidth={0.66} />
    </svg>
  )
}
