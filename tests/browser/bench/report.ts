import { percentile } from '#cli/bench/statistics.ts'

/** Figures by name; null where a thing could not be measured. */
export type Figures = Record<string, number | null>

/** What is read of a report of Lighthouse. */
export interface Report {
  runtimeError?: { code: string; message: string }
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number; details?: unknown }>
}

const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
  seo: 'seo',
} as const

const AUDITS = {
  fcpMs: 'first-contentful-paint',
  lcpMs: 'largest-contentful-paint',
  cls: 'cumulative-layout-shift',
  tbtMs: 'total-blocking-time',
  bytes: 'total-byte-weight',
} as const

interface Sent {
  resourceType?: string
  transferSize?: number
}

/** How many bytes of a kind were sent, as they were sent. */
function bytesOf(report: Report, kind: string): number {
  const { items } = (report.audits['network-requests']?.details ?? {}) as { items?: readonly Sent[] }
  if (!items) throw new Error('The report says nothing of what was sent.')
  return items
    .filter(({ resourceType }) => resourceType === kind)
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
}

const finite = (value: number | null | undefined, what: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`The report has no figure for ${what}.`)
  return value
}

/** The figures of one report: scores from 0 to 100, times in ms. Throws where one is missing. */
export function figuresOf(report: Report): Record<string, number> {
  if (report.runtimeError) throw new Error(report.runtimeError.message || report.runtimeError.code)
  const scores = Object.entries(CATEGORIES).map(([name, id]) => [
    name,
    Math.round(100 * finite(report.categories[id]?.score, id)),
  ])
  const values = Object.entries(AUDITS).map(([name, id]) => [
    name,
    finite(report.audits[id]?.numericValue, id),
  ])
  return {
    ...Object.fromEntries(scores),
    ...Object.fromEntries(values),
    jsGzipBytes: bytesOf(report, 'Script'),
    cssGzipBytes: bytesOf(report, 'Stylesheet'),
  }
}

/** The median of each figure over several runs, with the lowest and the highest score for performance. */
export function medians(runs: readonly Record<string, number>[]): Figures {
  const names = Object.keys(runs[0] ?? {})
  const of = (name: string, share: number) =>
    percentile(
      runs.map(run => run[name] as number),
      share,
    )
  return {
    runs: runs.length,
    ...Object.fromEntries(names.map(name => [name, of(name, 0.5)])),
    performanceMin: of('performance', 0),
    performanceMax: of('performance', 1),
  }
}
