import { dailyPapers } from '#core/sources/daily-papers.ts'
import { sniff } from '#core/sources/sniff.ts'
import { parseJson } from '#core/text/json.ts'
import { addressOf, DAY_MS, dayAt, type Look, type Questions } from './apiRequest.ts'

/** The API gives no more papers of a day. */
const MOST = 50
/** How long a day's list is taken to change. */
const SETTLES_AFTER_MS = 3 * DAY_MS

function look(text: string): Look {
  const foreign = sniff(text)
  if (foreign !== undefined) return { ok: false, why: foreign }
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, why: `${parsed.why}, in line ${parsed.line}` }
  if (dailyPapers.detect(text, '') === 0) return { ok: false, why: 'it is no list of daily papers' }
  const { records, problems } = dailyPapers.read(text, { name: '' })
  const lost = problems.find(problem => problem.lost)
  if (records.length === 0 && lost) return { ok: false, why: lost.why }
  return { ok: true, entries: Array.isArray(parsed.value) ? parsed.value.length : records.length }
}

function noticeOn(day: string, entries: number): string | undefined {
  if (entries === 0) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return `skipped: no papers were listed on ${day}${weekday % 6 === 0 ? ', a day of the weekend' : ''}`
  }
  return entries < MOST
    ? undefined
    : `${entries} papers, and the API gives no more than ${MOST} of a day: some may be missing`
}

/** The day and those before it, the latest first. */
export const daysBack = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => dayAt(Date.parse(`${day}T00:00:00Z`) - back * DAY_MS))

/**
 * Asks for the lists of days. Papers are added in the course of a day, votes and comments for some days more: an answer
 * is final when it came three days after the beginning of its day, or later.
 */
export function* dailyQuestions(base: string, days: readonly string[]): Questions {
  for (const day of days) {
    yield {
      address: addressOf(base, '/api/daily_papers', { date: day }),
      file: `daily-papers-${day}.json`,
      look,
      isFinal: cameAt => cameAt >= Date.parse(`${day}T00:00:00Z`) + SETTLES_AFTER_MS,
      notice: entries => noticeOn(day, entries),
    }
  }
}
