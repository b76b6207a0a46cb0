import { expect, test } from 'vitest'
import { CATALOGUE, rowsOf } from './trust/catalogue.ts'
import { heldRows, testsByRow, trustTable, withScores } from './trust/table.ts'

const ran = (title: string, isGreen = true) => ({ file: 'tests/a.test.ts', title, isGreen })

test('the rows of a test are those that its title names', () => {
  expect(rowsOf('nothing runs [row 1, 5]')).toEqual([1, 5])
  expect(rowsOf('hostile files [row 21] are named')).toEqual([21])
  expect(rowsOf('a row of papers [1]')).toEqual([])
})

test('a row is held where it has tests and all of them passed', () => {
  const byRow = testsByRow([ran('a [row 1, 2]'), ran('b [row 2]', false), ran('c')])
  expect(heldRows(byRow)).toEqual([1])
  const table = trustTable(byRow, {})
  expect(table).toContain(`1 of ${Object.keys(CATALOGUE).length} rows`)
  expect(table).toContain('| `tests/a.test.ts`: a; b **(failed)** | **failed** |')
  expect(table).toContain(`| 3 | ${CATALOGUE[3]} |  | **no test** |`)
})

test('a row that the catalogue does not have is an error that names the test', () => {
  expect(() => testsByRow([ran('a [row 50]')])).toThrow('tests/a.test.ts: “a [row 50]” names row 50')
})

test('scores of mutants are put in without touching the rows, and once only', () => {
  const none = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, static: 0, invalid: 0, on: '2026-01-02' }
  const scores = { 'src/core/site/view.ts': { ...none, killed: 3, survived: 1 } }
  const byRow = testsByRow([ran('a [row 1]')])
  const table = trustTable(byRow, {})
  expect(table).not.toContain('75.0 %')
  expect(withScores(table, scores)).toBe(trustTable(byRow, scores))
  expect(withScores(withScores(table, scores), scores)).toContain(
    '| view | 1 of 3 | 4 | 3 | 0 | 1 | 0 | 0 | 75.0 % |',
  )
  const older = table.slice(0, table.indexOf('\n## How much'))
  expect(withScores(older, scores)).toBe(trustTable(byRow, scores))
})
