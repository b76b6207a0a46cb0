import ical, { ICalEventTransparency } from 'ical-generator'
import type { DigestDay } from '#core/papers/digests.ts'
import { paths } from '#core/site/paths.ts'
import { SITE_NAME } from '#core/site/siteTitle.ts'
import { instantOf } from '#core/text/instants.ts'
import { papersInWords } from '#core/text/numbers.ts'

/**
 * The digests as iCalendar: an event for each day on which anything was listed or added, which takes up nobody's time.
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export function digestCalendar(digests: readonly DigestDay[], site: string): string {
  const calendar = ical({ name: `${SITE_NAME}: digests`, prodId: { company: SITE_NAME, product: 'digests' } })
  for (const [day, count, how] of digests.toReversed()) {
    const url = site + paths.digest(day).slice(1)
    calendar.createEvent({
      id: url,
      // When the event was made is not known, and no two builds would be the same.
      stamp: new Date(instantOf(day)),
      // Its day is taken as it is in UTC.
      start: new Date(instantOf(day)),
      allDay: true,
      // It stands among events of all kinds.
      summary: `${SITE_NAME} digest: ${papersInWords(count)}${how ? ' added' : ''}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
