import { mkdirSync, writeFileSync } from 'node:fs'

/** What came of an extra command. `skipped` names what could not be tried, and what is missing for it. */
export interface ExtraReport {
  passed: number
  failed: number
  skipped: number
  /** A line each. */
  failures: readonly string[]
  skips: readonly string[]
}

/** Prints what came of an extra command and writes `reports/<name>.json`. The process fails where anything failed. */
export function report(
  name: string,
  { passed, failures, skips }: Pick<ExtraReport, 'passed' | 'failures' | 'skips'>,
): void {
  const content: ExtraReport = { passed, failed: failures.length, skipped: skips.length, failures, skips }
  mkdirSync('reports', { recursive: true })
  writeFileSync(`reports/${name}.json`, `${JSON.stringify(content, null, 1)}\n`)
  for (const skip of skips) console.log(`Skipped: ${skip}`)
  for (const failure of failures) console.error(failure)
  console.log(`${name}: ${passed} passed, ${failures.length} failed, ${skips.length} skipped`)
  if (failures.length > 0) process.exitCode = 1
}
