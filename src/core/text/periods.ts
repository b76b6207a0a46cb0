import { formatShortDate, monthName } from './dates.ts'

/** Days whose papers go into one file of the site. */
export interface FilePeriod {
  /**
   * A year, quarter, month, week of a month or day: `2025`, `2025-q3`, `2025-12`, `2025-12-w2`, `2025-12-11`; or several
   * of one kind, `2023--2024`.
   */
  name: string
  days: string[]
}

/** The newest file holds no more papers than this, unless they are of one day: it is what a visit begins with. */
const SMALL = 150
/** No other does, unless they are of one day. */
const LARGE = 8_000

const yearOf = (day: string): string => day.slice(0, 4)
const monthOf = (day: string): string => day.slice(0, 7)
const quarterOf = (day: string): string => `${yearOf(day)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
/** Four in each month: the last takes what is left of it. */
const weekOf = (day: string): string => `${monthOf(day)}-w${Math.min(4, Math.ceil(Number(day.slice(8)) / 7))}`

/** Each divides the one before. */
const UNITS: readonly ((day: string) => string)[] = [yearOf, quarterOf, monthOf, weekOf, day => day]
const DAYS = UNITS.length - 1

interface Stretch {
  first: string
  last: string
  days: string[]
  papers: number
}

class Cutting {
  readonly #papersOn: ReadonlyMap<string, number>

  constructor(papersOn: ReadonlyMap<string, number>) {
    this.#papersOn = papersOn
  }

  /** Divides days, in order, until the newest stretch is small. */
  divided(days: readonly string[], unit: number): Stretch[] {
    const stretches = this.#units(days, unit)
    const newest = stretches.pop()
    if (!newest) return []
    const end = newest.papers <= SMALL || unit === DAYS ? [newest] : this.divided(newest.days, unit + 1)
    return [...this.#packed(stretches, unit), ...end]
  }

  #units(days: readonly string[], unit: number): Stretch[] {
    const stretches: Stretch[] = []
    const nameOf = UNITS[unit] as (day: string) => string
    for (const day of days) {
      const name = nameOf(day)
      const papers = this.#papersOn.get(day) ?? 0
      const last = stretches.at(-1)
      if (last?.first === name) {
        last.days.push(day)
        last.papers += papers
      } else stretches.push({ first: name, last: name, days: [day], papers })
    }
    return stretches
  }

  /** Puts neighbours together, from the oldest on, as long as they are not large; divides what is. */
  #packed(stretches: readonly Stretch[], unit: number): Stretch[] {
    const packed: Stretch[] = []
    let open: Stretch | undefined
    for (const stretch of stretches) {
      if (stretch.papers > LARGE && unit < DAYS) {
        packed.push(...this.#packed(this.#units(stretch.days, unit + 1), unit + 1))
        open = undefined
      } else if (open && open.papers + stretch.papers <= LARGE) {
        open.last = stretch.last
        open.days.push(...stretch.days)
        open.papers += stretch.papers
      } else {
        open = stretch
        packed.push(open)
      }
    }
    return packed
  }
}

/**
 * Divides the days of a corpus into the periods of its files, the newest first.
 *
 * The newest is small, so that a visit has something to show at once; what a day adds touches the newest files; old
 * papers share a vocabulary and a request. So it is in log-structured merge trees (O'Neil et al. 1996), whose older
 * levels are the larger ones. Boundaries are those of the calendar: old files stay as they are when days are added.
 *
 * @param papersOn how many papers each day has, `yyyy-mm-dd`
 */
export function periodsOf(papersOn: ReadonlyMap<string, number>): FilePeriod[] {
  const stretches = new Cutting(papersOn).divided([...papersOn.keys()].sort(), 0)
  return stretches.reverse().map(({ first, last, days }) => ({
    name: first === last ? first : `${first}--${last}`,
    days,
  }))
}

/** The first and the last day of a unit by its name; nothing where it is none. */
function boundsOf(name: string): [string, string] | undefined {
  const [, year, quarter, month, week, day] =
    /^(\d{4})(?:-q([1-4])|-(\d{2})(?:-w([1-4])|-(\d{2}))?)?$/.exec(name) ?? []
  if (year === undefined) return undefined
  const at = (monthNumber: number, date: number): string =>
    new Date(Date.UTC(Number(year), monthNumber - 1, date)).toISOString().slice(0, 10)
  if (quarter) return [at(Number(quarter) * 3 - 2, 1), at(Number(quarter) * 3 + 1, 0)]
  if (month === undefined) return [at(1, 1), at(13, 0)]
  const number = Number(month)
  if (week)
    return [at(number, Number(week) * 7 - 6), week === '4' ? at(number + 1, 0) : at(number, Number(week) * 7)]
  return day ? [name, name] : [at(number, 1), at(number + 1, 0)]
}

/** `2024`, `2023 to 2024`, `December 2025`, `1 Jul 2025 to 30 Sep 2025`; anything else stays. */
export function formatPeriod(period: string): string {
  const [first = '', last = first] = period.split('--')
  const from = boundsOf(first)?.[0]
  const to = boundsOf(last)?.[1]
  if (from === undefined || to === undefined) return period
  if (/^\d{4}$/.test(first)) return first === last ? first : `${first} to ${last}`
  if (/^\d{4}-\d{2}$/.test(period)) return `${monthName(Number(period.slice(5)))} ${period.slice(0, 4)}`
  return from === to ? formatShortDate(from) : `${formatShortDate(from)} to ${formatShortDate(to)}`
}
