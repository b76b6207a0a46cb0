// Adds up the reports of all tests. A report that is missing counts as a failure: a run that never came to its tests must
// not look like one without failures.
import { existsSync, readFileSync } from 'node:fs'

const none = { passed: 0, failed: 1, skipped: 0 }

/** A report of vitest. A file that could not be loaded has no failed test, but it has failed. */
function ofVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const broken = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests }
}

/** A report of Playwright. */
const ofPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
})

/** A report of a script of ours counts itself. */
const asItIs = ({ passed, failed, skipped = 0 }) => ({ passed, failed, skipped })

const REPORTS = [
  ['unit', ofVitest],
  ['browser', ofPlaywright],
  ['browsers', asItIs],
  ['hosts', asItIs],
  ['html', asItIs],
  ['latex', asItIs],
  ['zotero', asItIs],
  ['kills', asItIs],
  ['long', ofPlaywright],
]

const sums = { passed: 0, failed: 0, skipped: 0 }
for (const [name, countsOf] of REPORTS) {
  const path = `reports/${name}.json`
  const counts = existsSync(path) ? countsOf(JSON.parse(readFileSync(path, 'utf8'))) : none
  const total = counts.passed + counts.failed + counts.skipped
  console.log(`${name}: ${existsSync(path) ? `${counts.passed} of ${total} tests passed` : 'no report'}`)
  for (const key of Object.keys(sums)) sums[key] += counts[key]
}

console.log(`${sums.passed} passed, ${sums.failed} failed`)
process.exit(sums.passed > 0 && sums.failed === 0 ? 0 : 1)
