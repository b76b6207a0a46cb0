import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesOf, PARTS } from './mutants/parts.ts'
import { keptScores, type Scores, scoresOf, scoreTable } from './mutants/scores.ts'

const mutants = (...statuses: string[]) => ({ mutants: statuses.map(status => ({ status })) })

const reportOf = (files: Record<string, ReturnType<typeof mutants>>) => ({
  files,
  testFiles: { 'a.test.ts': {} },
})
const on = (day: string) => ({ on: day, asked: [], tests: ['a.test.ts'] })

const [first = '', second = ''] = PARTS.view?.files ?? []

test('what became of the mutants of a file is counted from the report', () => {
  const report = reportOf({
    [first]: mutants('Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'),
    [second]: mutants(),
  })
  const none = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, static: 0, invalid: 0 }
  expect(scoresOf(report, on('2026-01-02'))).toEqual({
    [first]: { killed: 2, timeout: 1, survived: 1, noCoverage: 1, static: 1, invalid: 1, on: '2026-01-02' },
    [second]: { ...none, on: '2026-01-02' },
  })
})

test('a file of types alone has no mutants, and counts as run', () => {
  const scores = scoresOf(reportOf({ [first]: mutants('Killed') }), {
    ...on('2026-01-02'),
    asked: [first, second],
  })
  expect(scores[first]).toMatchObject({ killed: 1 })
  expect(scores[second]).toMatchObject({ killed: 0, survived: 0, on: '2026-01-02' })
})

test('a report with mutants that nobody has tried yet is none', () => {
  expect(() => scoresOf(reportOf({ [first]: mutants('Pending') }), on('2026-01-02'))).toThrow()
})

test('tests that could not be loaded are named: without them a score would say nothing', () => {
  const asked = { on: '2026-01-02', asked: [], tests: ['a.test.ts', 'b.test.ts'] }
  expect(() => scoresOf(reportOf({}), asked)).toThrow('These tests could not be loaded: b.test.ts.')
})

test('the score of a part is over the mutants of those of its files that were run, and says how many these are', () => {
  const scores: Scores = {
    ...scoresOf(
      reportOf({ [first]: mutants('Killed', 'Survived', 'NoCoverage', 'Ignored') }),
      on('2026-01-02'),
    ),
    ...scoresOf(reportOf({ [second]: mutants('Killed', 'Timeout') }), on('2026-02-03')),
  }
  const table = scoreTable(scores)
  expect(table).toContain('| view | 2 of 3 | 5 | 2 | 1 | 1 | 1 | 1 | 60.0 % | 2026-01-02 to 2026-02-03 |')
  expect(table).toMatch(/\| query \| 0 of \d+ \|.* \*\*not run\*\* \|/)
})

test('parts and files of theirs can be asked for, all where there are no words, and nothing else', () => {
  expect(filesOf(['view', first])).toEqual(PARTS.view?.files)
  expect(filesOf([first])).toEqual([first])
  expect(filesOf([])).toHaveLength(Object.values(PARTS).flatMap(({ files }) => files).length)
  expect(() => filesOf(['src/core/none.ts'])).toThrow('“src/core/none.ts” is neither a part (view, paper,')
})

test('every file of a part is there, and every score that is kept is of one', () => {
  const files = filesOf([])
  expect(files.filter(file => !existsSync(file))).toEqual([])
  expect(Object.keys(keptScores()).filter(file => !files.includes(file))).toEqual([])
})
