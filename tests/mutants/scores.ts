import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { PARTS } from './parts.ts'

const Count = z.int().check(z.nonnegative())

/** What became of the mutants of one file. */
const FileScore = z.object({
  killed: Count,
  timeout: Count,
  survived: Count,
  /** No test comes by. */
  noCoverage: Count,
  /** In what is made once when a module is loaded: each would need all tests, they are not tried. */
  static: Count,
  /** Which cannot be run at all. */
  invalid: Count,
  on: z.iso.date(),
})
type FileScore = z.infer<typeof FileScore>

/** By file. */
const Scores = z.record(z.string(), FileScore)
export type Scores = z.infer<typeof Scores>

const COUNTED = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'noCoverage',
  Ignored: 'static',
  CompileError: 'invalid',
  RuntimeError: 'invalid',
} as const satisfies Record<string, keyof FileScore>

const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(z.object({ status: z.enum(Object.keys(COUNTED) as (keyof typeof COUNTED)[]) })),
    }),
  ),
  testFiles: z.record(z.string(), z.unknown()),
})

const NONE = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, static: 0, invalid: 0 }
type Counts = typeof NONE

interface Asked {
  /** The day. */
  on: string
  /** The files whose scores were asked for. */
  asked: readonly string[]
  /** The files of tests. */
  tests: readonly string[]
}

/**
 * The scores of the files that were asked for, from a report of Stryker: it leaves out those that have nothing to change.
 * Tests that it could not load, it leaves out without a word.
 *
 * @throws where such are missing
 */
export function scoresOf(report: unknown, { on, asked, tests }: Asked): Scores {
  const { files, testFiles } = Report.parse(report)
  const missing = tests.filter(file => !(file in testFiles))
  if (missing.length > 0) throw new Error(`These tests could not be loaded: ${missing.join(', ')}.`)
  const all = { ...Object.fromEntries(asked.map(file => [file, { mutants: [] }])), ...files }
  return Object.fromEntries(
    Object.entries(all).map(([file, { mutants }]) => {
      const counts = { ...NONE }
      for (const { status } of mutants) counts[COUNTED[status]] += 1
      return [file, { ...counts, on }]
    }),
  )
}

export const SCORES = 'tests/mutants/scores.json'

/** Those of the last run of each file. */
export const keptScores = (): Scores =>
  existsSync(SCORES) ? Scores.parse(JSON.parse(readFileSync(SCORES, 'utf8'))) : {}

const tried = ({ killed, timeout, survived, noCoverage }: Counts): number =>
  killed + timeout + survived + noCoverage

const percent = (counts: Counts): string =>
  tried(counts) === 0 ? '' : ((100 * (counts.killed + counts.timeout)) / tried(counts)).toFixed(1)

const sum = (scores: readonly FileScore[]): Counts =>
  scores.reduce(
    (total: Counts, score) => {
      for (const key of Object.keys(NONE) as (keyof Counts)[]) total[key] += score[key]
      return total
    },
    { ...NONE },
  )

function partRow(part: string, files: readonly string[], scores: Scores): string {
  const done = files.filter(file => scores[file] !== undefined)
  const counts = sum(done.map(file => scores[file] as FileScore))
  const days = done.map(file => (scores[file] as FileScore).on).sort()
  const when = [...new Set([days[0], days.at(-1)])].join(' to ')
  const cells =
    done.length === 0
      ? ['', '', '', '', '', '', '**not run**', '']
      : [
          tried(counts),
          counts.killed,
          counts.timeout,
          counts.survived,
          counts.noCoverage,
          counts.static,
          `${percent(counts)} %`,
          when,
        ]
  return `| ${part} | ${done.length} of ${files.length} | ${cells.join(' | ')} |`
}

/** The table of `tests/TRUST.md`: a row for each part. */
export const scoreTable = (scores: Scores): string =>
  `| part | files | mutants | killed | timeouts | survived | no coverage | static, not tried | score | date |
|---|---|---|---|---|---|---|---|---|---|
${Object.entries(PARTS)
  .map(([part, { files }]) => partRow(part, files, scores))
  .join('\n')}`
