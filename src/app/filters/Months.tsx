import { type PointerEvent, useState } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { toggleValue, valuesOf, withOnly } from '#core/query/edit.ts'
import { parse } from '#core/query/parse.ts'
import { FACETS, type FacetCount } from '#core/search/facets.ts'
import { barsOf, chosenRange, countsByYear, isInRanges, isMonth, rangeOf } from '#core/search/trends.ts'
import { withQuery } from '#core/site/view.ts'
import { formatDate } from '#core/text/dates.ts'
import { formatPaperCount } from '#core/text/numbers.ts'
import type { List } from '../results/useList.ts'
import { ViewLink } from '../results/ViewLink.tsx'
import * as texts from './texts.ts'

interface Props {
  list: List
  /** By month, or by year where only that is known. */
  counts: readonly FacetCount[]
  clauses: readonly Clause[]
}

const { field } = FACETS.published

/** Papers by month: drag over the columns, take a year, or choose the ends. */
export function Months({ list, counts, clauses }: Props) {
  const { included } = valuesOf(clauses, field)
  if (counts.length === 0) return <p className="text-sm text-soft">{texts.noDate}</p>
  const choose: ChoiceProps['onChoose'] = rangeFrom =>
    list.go(view => {
      const { included } = valuesOf(parse(view.q).clauses, field)
      return withQuery(view, withOnly(view.q, field, rangeFrom(included)))
    })
  const years = [...countsByYear(counts)]
  const [only, another] = counts
  if (only && !another && included.length === 0)
    return <p className="text-sm text-soft">{texts.allOf(formatDate(only.value))}</p>
  return (
    <>
      <Columns counts={counts} chosen={included} onChoose={choose} />
      <WithoutMonth counts={counts} />
      {years.length > 1 && (
        <ul aria-label={texts.years} className="mt-2 flex flex-wrap gap-x-3 text-sm">
          {years.map(([year, count]) => {
            const isChosen = included.includes(year)
            return (
              <li key={year}>
                <ViewLink
                  list={list}
                  to={view => withQuery(view, toggleValue(view.q, field, year, 'included'))}
                  aria-current={isChosen ? 'true' : undefined}
                  title={formatPaperCount(count)}
                  className="target inline-flex items-center justify-center text-soft tabular-nums hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-4"
                >
                  {year}
                </ViewLink>
              </li>
            )
          })}
        </ul>
      )}
      <Ends counts={counts} chosen={included} onChoose={choose} />
    </>
  )
}

interface ChoiceProps {
  counts: readonly FacetCount[]
  /** The ranges that the query includes. */
  chosen: readonly string[]
  /** Takes a function from the included ranges, as they are by then, to the new one. */
  onChoose: (rangeFrom: (included: readonly string[]) => string | undefined) => void
}

/** Heights of the columns, in pixels: the highest, and the lowest above zero. */
const HEIGHT = 64
const MIN_HEIGHT = 2
/** Minimum number of columns to make room for: one or two would be slabs. */
const MIN_COLUMNS = 8
/** Gap between two columns, as a share of the room for one. */
const GAP = 0.14

/** For the pointer only: the selects below do the same. */
function Columns({ counts, chosen, onChoose }: ChoiceProps) {
  const bars = barsOf(counts)
  const [first = '', last = ''] = [bars[0]?.period, bars.at(-1)?.period]
  const room = Math.max(MIN_COLUMNS, bars.length)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const [drag, setDrag] = useState<{ from: string; to: string }>()
  const periodAt = ({ clientX, currentTarget }: PointerEvent): string => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = Math.floor(((clientX - left) / width) * room)
    return bars[Math.min(bars.length - 1, Math.max(0, at))]?.period ?? ''
  }
  const isIn = (period: string): boolean =>
    drag
      ? isInRanges(period, [rangeOf(drag.from, drag.to)])
      : chosen.length === 0 || isInRanges(period, chosen)
  const finish = () => {
    if (!drag) return
    setDrag(undefined)
    const range = rangeOf(drag.from, drag.to)
    onChoose(included => (included.includes(range) ? undefined : range))
  }
  return (
    <div aria-hidden="true">
      <svg
        data-columns=""
        aria-hidden="true"
        viewBox={`0 0 ${room} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-16 w-full cursor-crosshair touch-pan-y border-b border-edge select-none"
        onPointerDown={event => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const period = periodAt(event)
          setDrag({ from: period, to: period })
        }}
        onPointerMove={event => {
          if (drag) setDrag({ ...drag, to: periodAt(event) })
        }}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)}
      >
        {bars.map(({ period, label, count }, at) => {
          const height = count === 0 ? 0 : Math.max(MIN_HEIGHT, (HEIGHT * count) / most)
          return (
            <g key={period}>
              <title>{texts.ofPeriod(label, formatPaperCount(count))}</title>
              <rect x={at} width={1} height={HEIGHT} fill="none" pointerEvents="all" />
              <rect
                x={at + GAP / 2}
                y={HEIGHT - height}
                width={1 - GAP}
                height={height}
                className={
                  isIn(period)
                    ? 'fill-link forced-colors:fill-[CanvasText]'
                    : 'fill-rule forced-colors:fill-[GrayText]'
                }
              />
            </g>
          )
        })}
      </svg>
      <p className="mt-1 flex justify-between text-xs text-soft">
        {drag || bars.length < MIN_COLUMNS ? (
          <span>{spanLabel(drag?.from ?? first, drag?.to ?? last)}</span>
        ) : (
          [first, last].map(period => <span key={period}>{formatDate(period)}</span>)
        )}
      </p>
    </div>
  )
}

/** The number of papers whose month is unknown. */
function WithoutMonth({ counts }: Pick<ChoiceProps, 'counts'>) {
  const papers = counts.reduce((sum, { value, count }) => (isMonth(value) ? sum : sum + count), 0)
  if (papers === 0 || !barsOf(counts).some(({ period }) => isMonth(period))) return null
  return <p className="mt-1 text-xs text-soft">{texts.byYearAlone(formatPaperCount(papers))}</p>
}

function spanLabel(a: string, b: string): string {
  const [from, to] = a <= b ? [a, b] : [b, a]
  return from === to ? formatDate(from) : texts.fromTo(formatDate(from), formatDate(to))
}

const monthOf = (day: string | undefined): string => day?.slice(0, 7) ?? ''

/** Selects for the first and the last month. */
function Ends({ counts, chosen, onChoose }: ChoiceProps) {
  const months = counts
    .map(({ value }) => value)
    .filter(isMonth)
    .toSorted()
  const range = chosenRange(chosen)
  if (months.length === 0) return null
  const [first, last] = [months[0] as string, months.at(-1) as string]
  const choose = (end: Partial<Record<'from' | 'to', string>>) =>
    onChoose(included => {
      const { from = '', to = '' } = { ...chosenRange(included), ...end }
      return from === '' && to === '' ? undefined : rangeOf(from || first, to || last)
    })
  const ends = [
    { label: texts.from, value: monthOf(range?.from), set: (from: string) => choose({ from }) },
    { label: texts.to, value: monthOf(range?.to), set: (to: string) => choose({ to }) },
  ]
  return (
    <div className="mt-1 flex flex-wrap gap-x-4 text-sm text-soft noscript:hidden">
      {ends.map(({ label, value, set }) => (
        <label key={label} className="flex min-w-0 items-center gap-1.5">
          <span className="w-9">{label}</span>
          <select
            value={value}
            onChange={event => set(event.currentTarget.value)}
            className="target min-w-0 bg-transparent text-ink"
          >
            <option value="" className="bg-paper text-ink">
              {texts.anyMonth}
            </option>
            {value !== '' && !months.includes(value) && (
              <option value={value} className="bg-paper text-ink">
                {formatDate(value)}
              </option>
            )}
            {months.toReversed().map(month => (
              <option key={month} value={month} className="bg-paper text-ink">
                {formatDate(month)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}
