import { dailyPapers } from '#core/sources/dailyPapers.ts'
import { sniff } from '#core/sources/sniff.ts'
import { parseJson } from '#core/text/json.ts'
import { type ApiRequests, addressOf, DAY_MS, dayAt, type ResponseCheck } from './apiRequest.ts'

/** The API returns no more papers of a day. */
const MAX_PER_DAY = 50
/** How long the list of a day may still change. */
const SETTLES_AFTER_MS = 3 * DAY_MS

function checkList(text: string): ResponseCheck {
  const foreign = sniff(text)
  if (foreign !== undefined) return { ok: false, message: foreign }
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, message: `${parsed.message}, in line ${parsed.line}` }
  if (dailyPapers.detect(text, '') === 0) return { ok: false, message: 'it is no list of daily papers' }
  const { records, problems } = dailyPapers.read(text, { name: '' })
  const loss = problems.find(({ dropped }) => dropped)
  if (records.length === 0 && loss) return { ok: false, message: loss.message }
  return { ok: true, entries: Array.isArray(parsed.value) ? parsed.value.length : records.length }
}

function noticeOn(day: string, entries: number): string | undefined {
  if (entries === 0) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return `skipped: no papers were listed on ${day}${weekday % 6 === 0 ? ', a day of the weekend' : ''}`
  }
  return entries < MAX_PER_DAY
    ? undefined
    : `${entries} papers, and the API gives no more than ${MAX_PER_DAY} of a day: some may be missing`
}

/** A day and those before it, the latest first. */
export const daysBack = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => dayAt(Date.parse(`${day}T00:00:00Z`) - back * DAY_MS))

/**
 * Requests for the lists of days. Papers are added in the course of a day, votes and comments for some days more: a
 * response is final if it was received three days after the beginning of its day, or later.
 */
export function* dailyPapersRequests(base: string, days: readonly string[]): ApiRequests {
  for (const day of days) {
    yield {
      address: addressOf(base, '/api/daily_papers', { date: day }),
      file: `daily-papers-${day}.json`,
      check: checkList,
      isFinal: receivedAt => receivedAt >= Date.parse(`${day}T00:00:00Z`) + SETTLES_AFTER_MS,
      notice: entries => noticeOn(day, entries),
    }
  }
}
