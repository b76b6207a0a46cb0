import { type Incoming, mergeInto, type Outcome } from '#core/corpus.ts'
import { addTo } from '#core/disjointSets.ts'
import { type Paper, paperOf } from '#core/paper.ts'
import type { Problem, SourceRecord } from '#core/sources/source.ts'
import type { ReadFile } from './inputs.ts'

const NO_FACTS =
  'read as facts about known papers, none of which is in the corpus: take its papers in first, or, if these are papers, ' +
  'give the file a name without “facts”'

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

/** What is said of facts that no paper is known for. A file of nothing else was probably meant as one of papers. */
function unmatchedIn(unmatched: readonly SourceRecord[], records: number): Problem[] {
  const facts = unmatched.filter(({ paper }) => paper.sources.some(({ format }) => format === 'facts'))
  const others = unmatched.length - facts.length
  const problems = facts.map(
    ({ paper, where }): Problem => ({
      where,
      why: `no paper known as “${paper.title}”`,
      lost: false,
    }),
  )
  if (facts.length === records && records > 0) problems.unshift({ where: '', why: NO_FACTS, lost: true })
  if (others > 0) {
    const why = `announced as new versions of papers that are not in the corpus, and not added: ${others}`
    problems.push({ where: '', why, lost: false, times: others })
  }
  return problems
}

/** Takes what files hold into a corpus. Pure: the order of the files is all one, their names decide. */
export function ingest(read: readonly ReadFile[], corpus: readonly Paper[]): Ingestion {
  const sorted = read.toSorted((a, b) => (`${a.name}\n${a.path}` < `${b.name}\n${b.path}` ? -1 : 1))
  const incoming = sorted.flatMap(({ reading }) =>
    reading.records.map(
      ({ paper, enrichesOnly, aliases }): Incoming => ({ paper: paperOf(paper, aliases), enrichesOnly }),
    ),
  )
  const { papers, outcomes, notes } = mergeInto(corpus, incoming)
  const notesOf = new Map<number, typeof notes>()
  for (const note of notes) addTo(notesOf, note.incoming, note)
  let taken = 0
  const files = sorted.map(({ path, reading: { records, problems } }): FileReport => {
    const own = outcomes.slice(taken, taken + records.length)
    const found = records.flatMap(({ where }, at) =>
      (notesOf.get(taken + at) ?? []).map(({ why, lost }) => ({ where, why, lost })),
    )
    taken += records.length
    const unmatched = unmatchedIn(
      records.filter((_, at) => own[at] === 'unmatched'),
      records.length,
    )
    return { path, outcomes: own, problems: [...problems, ...found, ...unmatched] }
  })
  return { papers, files }
}
