import { isDay } from './captureDay.ts'

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/

/**
 * The day of a timestamp such as `2025-12-10T18:59:59.000Z`, by UTC as the arXiv counts its days; a day alone is that
 * day. Undefined where the text is no timestamp or there is no such day.
 */
export function dayOf(timestamp: string): string | undefined {
  const [, day = '', time = '00:00', zone = 'Z'] = TIMESTAMP.exec(timestamp) ?? []
  if (!isDay(day)) return undefined
  const moment = new Date(`${day}T${time}${zone}`)
  if (Number.isNaN(moment.getTime())) return undefined
  const utcDay = moment.toISOString().slice(0, 10)
  return isDay(utcDay) ? utcDay : undefined
}
