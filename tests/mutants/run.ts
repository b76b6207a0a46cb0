import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import { withScores } from '../trust/table.ts'
import { filesOf, PARTS } from './parts.ts'
import { keptScores, SCORES, type Scores, scoresOf, scoreTable } from './scores.ts'

/** `npm run mutants`. */
const { positionals } = toolArguments(TOOLS.mutants)
const asked = new Set(filesOf(positionals))
const today = new Date().toISOString().slice(0, 10)
mkdirSync('reports/mutants', { recursive: true })

for (const [part, { files, tests }] of Object.entries(PARTS)) {
  const wanted = files.filter(file => asked.has(file))
  if (wanted.length === 0) continue
  const report = `reports/mutants/${part}.json`
  process.env.MUTANT_TESTS = tests.join(',')
  await new Stryker({
    mutate: wanted,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // Each of them would need all tests. How many there are stands in the table.
    ignoreStatic: true,
    concurrency: 1,
    // A loop without end is found by counting. The clock is for what hangs otherwise, however busy the machine is.
    timeoutMS: 15_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 15,
    ignorePatterns: ['dist', 'reports', '.git'],
    // Not there: nothing of the project's types is needed, and TypeScript 7 has no such interface as is asked for.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    tempDirName: `reports/mutants/copy-${part}`,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    thresholds: { high: 90, low: 80, break: null },
  }).runMutationTest()
  const scores: Scores = {
    ...keptScores(),
    ...scoresOf(JSON.parse(readFileSync(report, 'utf8')), { on: today, asked: wanted, tests }),
  }
  const sorted = Object.fromEntries(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(SCORES, `${JSON.stringify(sorted, null, 2)}\n`)
}
const TABLE = 'tests/TRUST.md'
writeFileSync(TABLE, withScores(readFileSync(TABLE, 'utf8'), keptScores()))
console.log(scoreTable(keptScores()))
