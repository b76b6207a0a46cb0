import { writeFileSync } from 'node:fs'
import { keptScores } from '../mutants/scores.ts'
import { browserTests, unitTests } from './reports.ts'
import { heldRows, testsByRow, trustTable } from './table.ts'

const tests = [
  ...unitTests('reports/unit.json'),
  ...browserTests('reports/browser.json'),
  ...browserTests('reports/long.json'),
]
if (tests.length === 0) {
  console.error('There are no reports of tests: npm test writes them.')
  process.exit(1)
}
const byRow = testsByRow(tests)
writeFileSync('tests/TRUST.md', trustTable(byRow, keptScores()))
console.log(`tests/TRUST.md: ${heldRows(byRow).length} of ${byRow.size} rows are held by tests that passed`)
