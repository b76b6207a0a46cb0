import ical, { ICalEventTransparency } from 'ical-generator'
import type { DigestDay } from '#core/papers/digests.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import { paths } from '#core/site/paths.ts'
import { DEFAULT_NAME } from '#core/site/siteProfile.ts'
import { instantOf } from '#core/text/instants.ts'
import { formatPaperCount } from '#core/text/numbers.ts'

/**
 * The digests as iCalendar: an event for each day on which papers were listed or added, shown as free time.
 */
export function digestCalendar(digests: readonly DigestDay[], site: PublicSite): string {
  const calendar = ical({
    name: `${site.name}: digests`,
    prodId: { company: DEFAULT_NAME, product: 'digests' },
  })
  for (const [day, count, how] of digests.toReversed()) {
    const url = site.address + paths.digest(day).slice(1)
    calendar.createEvent({
      id: url,
      // The digest's own day: the time of the build would differ from build to build.
      stamp: new Date(instantOf(day)),
      // The library uses the UTC day.
      start: new Date(instantOf(day)),
      allDay: true,
      // Calendars show it among events of all kinds.
      summary: `${site.name} digest: ${formatPaperCount(count)}${how ? ' added' : ''}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
