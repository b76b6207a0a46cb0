// Adds up the reports of the unit and the browser tests. A report that is missing counts as a failure: a run that
// never came to its tests must not look like one without failures.
import { existsSync, readFileSync } from 'node:fs'

const read = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

const unit = read('reports/unit.json')
const browser = read('reports/browser.json')

// A file that could not even be loaded has no failed test, but it has failed.
const brokenFiles = unit?.testResults.filter(
  file => file.status === 'failed' && file.assertionResults.length === 0,
)

const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0)
const failed =
  (unit ? unit.numFailedTests + brokenFiles.length : 1) +
  (browser ? browser.stats.unexpected + browser.stats.flaky + browser.errors.length : 1)

console.log(`${passed} passed, ${failed} failed`)
process.exit(passed > 0 && failed === 0 ? 0 : 1)
