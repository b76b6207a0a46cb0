import { columns } from './columns.ts'
import type { FileReport } from './ingestion.ts'

const counts = (file: FileReport) => {
  const of = (outcome: FileReport['outcomes'][number]) =>
    file.outcomes.filter(other => other === outcome).length
  return {
    read: file.outcomes.length,
    new: of('new'),
    merged: of('merged'),
    unchanged: of('unchanged'),
    'unmatched facts': of('unmatched'),
    rejected: file.problems.reduce((sum, { lost, times = 1 }) => sum + (lost ? times : 0), 0),
  }
}

/** `file:12: why`; in a JSON file `file:[3].title: why`. */
export const problemLines = ({ path, problems }: FileReport): string[] =>
  problems.map(({ where, why }) => {
    const place = where.replace(/^line /, '')
    return place === '' ? `${path}: ${why}` : `${path}:${place}: ${why}`
  })

/** A file's row for scripts, with what was left out of it or is to be noticed. */
export const fileJson = (file: FileReport) => {
  const { 'unmatched facts': unmatched, ...row } = counts(file)
  return { path: file.path, ...row, unmatched, problems: file.problems }
}

/** One row per file and one of sums, in columns. `rejected` counts whatever was left out: papers, entries, facts. */
export function summaryTable(files: readonly FileReport[]): string {
  const perFile = files.map(counts)
  const names = Object.keys(counts({ path: '', outcomes: [], problems: [] })) as (keyof ReturnType<
    typeof counts
  >)[]
  const rows = [
    ['', ...names],
    ...files.map(({ path }, index) => [path, ...names.map(name => String(perFile[index]?.[name]))]),
    ['all', ...names.map(name => String(perFile.reduce((sum, row) => sum + row[name], 0)))],
  ]
  return columns(rows)
}
