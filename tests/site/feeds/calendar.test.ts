import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { digestCalendar } from '#site/feeds/calendar.ts'

const SITE = { address: 'https://example.org/papers/', name: 'Broadsheet' }

const eventsOf = (calendar: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map(event => new ICAL.Event(event))

test('each digest is an event of its whole day, with a title, the number of its papers and a link', () => {
  const calendar = digestCalendar(
    [
      ['2025-03-30', 1],
      ['2025-12-11', 2],
      ['2025-12-12', 3, 'added'],
    ],
    SITE,
  )
  expect(
    eventsOf(calendar).map(({ uid, summary, startDate, component }) => ({
      uid,
      summary,
      day: startDate.isDate && startDate.toString(),
      url: component.getFirstPropertyValue('url'),
      time: component.getFirstPropertyValue('transp'),
    })),
  ).toEqual(
    [
      { day: '2025-12-12', summary: 'Broadsheet digest: 3 papers added' },
      { day: '2025-12-11', summary: 'Broadsheet digest: 2 papers' },
      { day: '2025-03-30', summary: 'Broadsheet digest: 1 paper' },
    ].map(event => {
      const url = `${SITE.address}digest/${event.day}`
      return { ...event, uid: url, url, time: 'TRANSPARENT' }
    }),
  )
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('days are the same in every time zone, and every build writes the same', () => {
  const zone = process.env.TZ
  const written = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(TZ => {
    process.env.TZ = TZ
    return digestCalendar([['2025-12-11', 46]], SITE)
  })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(new Set(written).size).toBe(1)
})

test('without digests the calendar is empty', () => {
  expect(eventsOf(digestCalendar([], SITE))).toEqual([])
})
