import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { complaintText } from '#core/sources/complaints.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { Problem } from '#core/text/problem.ts'
import { columns } from '../shared/columns.ts'
import type { Output } from '../shared/command.ts'
import type { FileReport } from './ingestion.ts'

const counts = (file: FileReport) => {
  const of = (outcome: FileReport['outcomes'][number]) =>
    file.outcomes.filter(other => other === outcome).length
  return {
    read: file.outcomes.length,
    new: of('new'),
    merged: of('merged'),
    unchanged: of('unchanged'),
    unmatched: of('unmatched'),
    rejected: file.problems.reduce((sum, { dropped: lost, times = 1 }) => sum + (lost ? times : 0), 0),
  }
}

type Counts = ReturnType<typeof counts>
const NAMES = [
  'read',
  'new',
  'merged',
  'unchanged',
  'unmatched',
  'rejected',
] as const satisfies (keyof Counts)[]

const sumOf = (perFile: readonly Counts[], name: keyof Counts): number =>
  perFile.reduce((sum, row) => sum + row[name], 0)

/** `file:12: why`; in a JSON file `file:[3].title: why`. */
export function problemLine(path: string, problem: Problem): string {
  const place = problem.where.replace(/^line /, '')
  const why = complaintText(problem)
  return place === '' ? `${path}: ${why}` : `${path}:${place}: ${why}`
}

/** The report for scripts: sums, and all problems; `lost` marks what was left out. */
export function reportJson(files: readonly FileReport[]) {
  const perFile = files.map(counts)
  const sums = Object.fromEntries(NAMES.map(name => [name, sumOf(perFile, name)]))
  return {
    ...sums,
    problems: files.flatMap(({ path, problems }) =>
      problems.map(problem => ({
        file: path,
        where: problem.where,
        why: complaintText(problem),
        lost: problem.dropped,
      })),
    ),
    files: files.map(({ path }, index) => ({ path, ...perFile[index] })),
  }
}

/** One row per file and one of sums. `rejected` counts all that was left out: papers, entries, facts. */
export function summaryTable(files: readonly FileReport[]): string {
  const perFile = files.map(counts)
  const rows = [
    ['', ...NAMES.map(name => (name === 'unmatched' ? 'unmatched facts' : name))],
    ...files.map(({ path }, index) => [path, ...NAMES.map(name => String(perFile[index]?.[name]))]),
    ['all', ...NAMES.map(name => String(sumOf(perFile, name)))],
  ]
  return columns(rows)
}

/** The complete list of problems, if there are more than `MAX_NAMED`. */
const REPORT = 'reports/ingest.txt'
const MAX_NAMED = 20

/**
 * Names the problems; all of them in a file if they are too many for a terminal. Returns the path of that file if there is
 * one; if it cannot be written, all problems are named in the terminal.
 */
export async function complainOf(
  files: readonly FileReport[],
  { complain }: Output,
): Promise<string | undefined> {
  const lines = files.flatMap(({ path, problems }) => problems.map(problem => problemLine(path, problem)))
  for (const line of lines.slice(0, MAX_NAMED)) complain(line)
  const rest = lines.slice(MAX_NAMED)
  if (rest.length === 0) return undefined
  try {
    await mkdir(dirname(REPORT), { recursive: true })
    await writeFile(REPORT, `${lines.join('\n')}\n`)
    complain(`… and ${formatNumber(rest.length)} more, all in ${REPORT}`)
    return REPORT
  } catch (error) {
    for (const line of rest) complain(line)
    complain(`${REPORT} could not be written: ${errorMessage(error)}`)
    return undefined
  }
}
