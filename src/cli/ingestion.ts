import { type Incoming, mergeInto, type Outcome } from '#core/corpus.ts'
import { type Paper, paperOf } from '#core/paper.ts'
import { dayOfName } from '#core/sources/captureDay.ts'
import { readSource } from '#core/sources/index.ts'
import { type Problem, type Reading, refused } from '#core/sources/source.ts'
import type { Input } from './inputs.ts'

/** What became of the records of one file. */
export interface FileReport {
  path: string
  outcomes: Outcome[]
  problems: Problem[]
}

export interface Ingestion {
  papers: Paper[]
  files: FileReport[]
}

function readFile(input: Input, day: string | undefined): Reading {
  if ('refused' in input) return refused(input.refused)
  const named = dayOfName(input.name)
  const captured = day ?? named
  const context = captured === undefined ? { name: input.name } : { name: input.name, day: captured }
  const reading = readSource(input.text, context)
  if (day === undefined || named === undefined || named === day) return reading
  const notice = { where: '', why: `--date ${day} is used, though the name says ${named}`, lost: false }
  return { ...reading, problems: [notice, ...reading.problems] }
}

/**
 * Reads files and takes what they hold into a corpus. Pure: the order of the files is all one, their names decide.
 *
 * @param day capture day of all files, `yyyy-mm-dd`, in place of the one in each file's name
 */
export function ingest(inputs: readonly Input[], corpus: readonly Paper[], day?: string): Ingestion {
  const sorted = inputs.toSorted((a, b) => (`${a.name}\n${a.path}` < `${b.name}\n${b.path}` ? -1 : 1))
  const readings = sorted.map(input => readFile(input, day))
  const incoming = readings.flatMap(({ records }) =>
    records.map(({ paper, enrichesOnly }): Incoming => ({ paper: paperOf(paper), enrichesOnly })),
  )
  const { papers, outcomes } = mergeInto(corpus, incoming)
  let taken = 0
  const files = readings.map(({ records, problems }, index): FileReport => {
    const own = outcomes.slice(taken, taken + records.length)
    taken += records.length
    const unmatched = records
      .filter((_, at) => own[at] === 'unmatched')
      .map(({ paper, where }) => ({ where, why: `no paper known as “${paper.title}”`, lost: false }))
    return { path: (sorted[index] as Input).path, outcomes: own, problems: [...problems, ...unmatched] }
  })
  return { papers, files }
}
