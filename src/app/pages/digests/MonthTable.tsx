import { memo } from 'react'
import type { DigestDay } from '#core/papers/digests.ts'
import { paths } from '#core/site/paths.ts'
import { formatFullDate, monthName } from '#core/text/dates.ts'
import { type IsoWeek, isoWeekOf, weeksOfMonth } from '#core/text/isoWeek.ts'
import { Link } from '../../navigation/Link.tsx'
import * as texts from './texts.ts'

interface Props {
  /** `yyyy-mm` */
  month: string
  days: readonly DigestDay[]
}

/** A month as a calendar: a row a week, and in each day the number of papers listed. */
export const MonthTable = memo(function MonthTable({ month, days }: Props) {
  const papersOn = new Map(days.map(([day, papers]) => [day, papers]))
  const weeks = new Set(days.map(([day]) => isoWeekOf(day)))
  return (
    <table className="calendar mt-6 mb-2 w-full table-fixed self-start text-sm">
      <caption>
        {monthName(Number(month.slice(5)))} {month.slice(0, 4)}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <abbr title={texts.week}>{texts.weekShort}</abbr>
          </th>
          {texts.weekdays.map(name => (
            <th key={name} scope="col" abbr={name}>
              {name.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map(({ week, days }) => (
          <tr key={week}>
            <th scope="row">
              <WeekNumber week={week} hasPapers={weeks.has(week)} />
            </th>
            {days.map((day, at) => (
              <td key={texts.weekdays[at]}>
                {day && <DayOfMonth day={day} papers={papersOn.get(day) ?? 0} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function WeekNumber({ week, hasPapers }: { week: IsoWeek; hasPapers: boolean }) {
  const number = Number(week.slice(6))
  if (!hasPapers) return number
  return (
    <Link to={paths.digest(week)} aria-label={texts.weekNumber(number)}>
      {number}
    </Link>
  )
}

function DayOfMonth({ day, papers }: { day: string; papers: number }) {
  const number = Number(day.slice(8))
  if (papers === 0) return number
  // The visible text is part of the name, in its order: users of voice control say what they see.
  const [weekday, month] = formatFullDate(day).split(` ${number} `)
  return (
    <Link to={paths.digest(day)}>
      <span className="sr-only">{weekday}</span> {number} <span className="sr-only">{month}:</span>{' '}
      <b>{papers}</b> <span className="sr-only">{texts.paperWord(papers)}</span>
    </Link>
  )
}
