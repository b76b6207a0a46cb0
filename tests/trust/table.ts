import { type Scores, scoreTable } from '../mutants/scores.ts'
import { CATALOGUE, rowsOf } from './catalogue.ts'
import type { Ran } from './reports.ts'

/** The tests of each row of the catalogue. */
export function testsByRow(tests: readonly Ran[]): Map<number, Ran[]> {
  const byRow = new Map(Object.keys(CATALOGUE).map(row => [Number(row), [] as Ran[]]))
  for (const test of tests)
    for (const row of rowsOf(test.title)) {
      const known = byRow.get(row)
      if (!known)
        throw new Error(`${test.file}: “${test.title}” names row ${row}, which is not in the catalogue.`)
      known.push(test)
    }
  return byRow
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const titleOf = ({ title }: Ran): string => cell(title.replace(/ ?\[row [\d, ]+\] ?/g, ' ').trim())

/** Names one file once, with its tests under it. */
const testsHtml = (tests: readonly Ran[]): string =>
  [...new Set(tests.map(({ file }) => file))]
    .map(file => {
      const titles = tests
        .filter(test => test.file === file)
        .map(test => `${titleOf(test)}${test.isGreen ? '' : ' **(failed)**'}`)
      return `\`${file}\`: ${titles.join('; ')}`
    })
    .join('<br>')

const resultOf = (tests: readonly Ran[]): string =>
  tests.length === 0 ? '**no test**' : tests.every(({ isGreen }) => isGreen) ? 'passed' : '**failed**'

/** The rows that are held by tests which all passed. */
export const heldRows = (byRow: ReadonlyMap<number, readonly Ran[]>): number[] =>
  [...byRow].filter(([, tests]) => resultOf(tests) === 'passed').map(([row]) => row)

/** `tests/TRUST.md` */
export function trustTable(byRow: ReadonlyMap<number, readonly Ran[]>, scores: Scores): string {
  const rows = [...byRow].map(
    ([row, tests]) => `| ${row} | ${CATALOGUE[row]} | ${testsHtml(tests)} | ${resultOf(tests)} |`,
  )
  return `# What is tested of what may go wrong

\`npm run trust\` writes this from the reports of \`npm test\` and, where there are any, of \`npm run test:long\`. Rows 14, 33–35,
38, 39 and 43–58 of the catalogue are about papers that readers keep, which is not there yet.

${heldRows(byRow).length} of ${byRow.size} rows are held by tests that passed.

| row | what may go wrong | tests | result |
|---|---|---|---|
${rows.join('\n')}

${mutantsPart(scores)}`
}

const MUTANTS = '## How much of a change in the code the tests notice'

const mutantsPart = (scores: Scores): string => `${MUTANTS}

\`npm run mutants\` changes the code in small ways, one at a time (by Stryker), and runs the tests of the part, with one seed and 100
examples of each property. The score is how many of the mutants a test noticed, timeouts among them. What is made once when a module
is loaded (tables, most of all) would need all tests each time; how many mutants are left out for that is in the table. Where
not all files of a part were run, its figures are of those that were.

${scoreTable(scores)}
`

/** The table with other scores: they come from other runs than its rows. */
export const withScores = (table: string, scores: Scores): string =>
  `${table.split(`${MUTANTS}\n`)[0]?.trimEnd()}\n\n${mutantsPart(scores)}`
