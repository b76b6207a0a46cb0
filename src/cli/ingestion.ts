import { type Incoming, mergeInto, type Outcome } from '#core/corpus.ts'
import { type Paper, paperOf } from '#core/paper.ts'
import type { Problem } from '#core/sources/source.ts'
import type { ReadFile } from './inputs.ts'

/** What became of the records of one file. */
export interface FileReport {
  path: string
  outcomes: Outcome[]
  problems: Problem[]
}

/** Whether anything in a file was left out. */
export const hasLost = ({ problems }: FileReport): boolean => problems.some(({ lost }) => lost)

export interface Ingestion {
  papers: Paper[]
  files: FileReport[]
}

/** Takes what files hold into a corpus. Pure: the order of the files is all one, their names decide. */
export function ingest(read: readonly ReadFile[], corpus: readonly Paper[]): Ingestion {
  const sorted = read.toSorted((a, b) => (`${a.name}\n${a.path}` < `${b.name}\n${b.path}` ? -1 : 1))
  const incoming = sorted.flatMap(({ reading }) =>
    reading.records.map(
      ({ paper, enrichesOnly, aliases }): Incoming => ({ paper: paperOf(paper, aliases), enrichesOnly }),
    ),
  )
  const { papers, outcomes } = mergeInto(corpus, incoming)
  let taken = 0
  const files = sorted.map(({ path, reading: { records, problems } }): FileReport => {
    const own = outcomes.slice(taken, taken + records.length)
    taken += records.length
    const unmatched = records
      .filter((_, at) => own[at] === 'unmatched')
      .map(({ paper, where }) => ({ where, why: `no paper known as “${paper.title}”`, lost: false }))
    return { path, outcomes: own, problems: [...problems, ...unmatched] }
  })
  return { papers, files }
}
