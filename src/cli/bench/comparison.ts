import { resolve } from 'node:path'
import { columns } from '../shared/columns.ts'
import type { ExitCode } from '../shared/command.ts'
import type { CommandTable, FlagValues } from '../shared/commandTable.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { ENGINE_NAMES, ENGINES, type EngineName } from './engines.ts'
import type { EngineJob } from './job.ts'
import { type EngineRun, runEngine } from './run.ts'

/** The flags of every comparison. */
export const COMPARISON_FLAGS = {
  engines: { choices: ENGINE_NAMES },
  cap: { default: 60 },
  json: {},
} as const satisfies CommandTable['flags']

type ComparisonValues = FlagValues<Pick<typeof COMPARISON_FLAGS, 'engines' | 'cap'>>

/** The same job for all engines. */
export type ComparisonTask = Omit<EngineJob, 'engine'>

/** The run of one engine; `of` is the number of queries. */
export interface EngineResult {
  engine: EngineName
  run: EngineRun
  of: number
}

const stepOf = (run: EngineRun, of: number): string =>
  run.built ? `${run.answers.length} of ${of} queries` : 'building its index'

/** Runs the engines one after the other, so that none takes time from another. */
export async function compare(
  { engines, cap }: ComparisonValues,
  task: ComparisonTask,
  output: StatusOutput,
): Promise<EngineResult[]> {
  const names = ENGINE_NAMES.filter(name => engines?.includes(name) ?? true)
  const of = task.texts.length
  const results: EngineResult[] = []
  for (const [index, engine] of names.entries()) {
    const job = { ...task, engine, documents: resolve(task.documents) }
    const title = `${ENGINES[engine].label} (${index + 1} of ${names.length})`
    output.status(`${title}: reading`)
    const run = await runEngine(job, cap * 1000, soFar => output.status(`${title}: ${stepOf(soFar, of)}`))
    if (run.stopped) {
      const why = run.stopped === 'capped' ? `stopped at its cap of ${cap} s` : 'broke down'
      output.complain(`${ENGINES[engine].label} ${why}, ${stepOf(run, of)}.`)
    }
    results.push({ engine, run, of })
  }
  return results
}

/** 1 if lines were left out or an engine broke down. */
export const exitCodeOf = (results: readonly EngineResult[], problems: readonly string[]): ExitCode =>
  problems.length > 0 || results.some(({ run }) => run.stopped === 'failed') ? 1 : 0

/** For scripts: how far an engine came that was stopped. */
const incompleteness = ({ run, of }: EngineResult): object =>
  run.stopped ? { [run.stopped]: true, answered: run.answers.length, of } : {}

/** The figures of each engine under its name. */
export const comparisonJson = (
  results: readonly EngineResult[],
  figuresOf: (result: EngineResult) => object,
): Record<string, object> =>
  Object.fromEntries(
    results.map(result => [result.engine, { ...figuresOf(result), ...incompleteness(result) }]),
  )

/** One row per engine; stopped ones say how far they came. */
export function comparisonTable(
  results: readonly EngineResult[],
  headings: readonly string[],
  cellsOf: (result: EngineResult) => string[],
): string {
  const note = ({ run, of }: EngineResult): string =>
    run.stopped ? `${run.stopped}: ${run.answers.length} of ${of}` : ''
  const rows = results.map(result => [ENGINES[result.engine].label, ...cellsOf(result), note(result)])
  return columns([['', ...headings, ''], ...rows])
}

/** A figure in a table; a dash if it was not measured. */
export const figure = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toFixed(digits)

/** A figure in the JSON, without meaningless digits. */
export const rounded = <T extends number | null>(value: T, digits: number): T =>
  (value === null ? null : Number(value.toFixed(digits))) as T
