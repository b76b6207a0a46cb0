import { type Incoming, type MergeOutcome, mergeInto } from '#core/papers/corpus.ts'
import { correct } from '#core/papers/corrections.ts'
import { addTo } from '#core/papers/disjointSets.ts'
import { withoutArxivId } from '#core/papers/idClaims.ts'
import { mergePapers } from '#core/papers/mergePapers.ts'
import type { Paper } from '#core/papers/paper.ts'
import { idKey } from '#core/papers/paperIds.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { corpusChecker, namesPaper, removedChecker, removedIds } from '#core/papers/removed.ts'
import type { SourceReading, SourceRecord } from '#core/sources/source.ts'
import { formatPaperCount } from '#core/text/numbers.ts'
import type { Problem } from '#core/text/problem.ts'
import type { CorpusEdits } from './corpusEdits.ts'
import type { ParsedFile } from './readFiles.ts'

const NO_FACTS =
  'read as facts about known papers, none of which is in the corpus: take its papers in first, or, if these are papers, ' +
  'give the file a name without “facts”'

const NO_EDITS: CorpusEdits = {
  removed: [],
  removedPath: '',
  corrections: new Map(),
  correctionsPath: '',
  problems: [],
}

/** The outcome of each record of one file, and its problems. */
export interface FileReport {
  path: string
  outcomes: MergeOutcome[]
  problems: Problem[]
}

/** Whether anything in a file was left out. */
export const hasLost = ({ problems }: FileReport): boolean => problems.some(({ dropped }) => dropped)

export interface Ingestion {
  papers: Paper[]
  files: FileReport[]
}

/** Problems of facts without a known paper. A file of nothing else was probably meant to hold papers. */
function unmatchedIn(unmatched: readonly SourceRecord[], records: number): Problem[] {
  const facts = unmatched.filter(({ paper }) => paper.sources.some(({ format }) => format === 'facts'))
  const others = unmatched.length - facts.length
  const problems = facts.map(
    ({ paper, where }): Problem => ({
      where,
      message: `no paper known as “${paper.title}”`,
      dropped: false,
    }),
  )
  if (facts.length === records && records > 0)
    problems.unshift({ where: '', message: NO_FACTS, dropped: true })
  if (others > 0) {
    const message = `announced as new versions of papers that are not in the corpus, and not added: ${others}`
    problems.push({ where: '', message, dropped: false, times: others })
  }
  return problems
}

/** New papers that no source lists count as listed on the day on which they are added. */
function withAddedOn(paper: Paper, known: ReadonlySet<string>, today: string | undefined): Paper {
  const isNew = ![paper.id, ...paper.aliases].some(id => known.has(id))
  return today !== undefined && isNew && paper.listedOn.length === 0 && paper.addedOn === undefined
    ? mergePapers({ ...paper, addedOn: today }, paper)
    : paper
}

/**
 * Adds the records of files to a corpus. Pure; the order of the files does not matter, since their names decide.
 *
 * @param today the day on which papers are added, `yyyy-mm-dd`; not recorded if absent
 */
export function ingest(
  read: readonly ParsedFile[],
  corpus: readonly Paper[],
  edits: CorpusEdits = NO_EDITS,
  today?: string,
): Ingestion {
  const sorted = read.toSorted((a, b) => (`${a.name}\n${a.path}` < `${b.name}\n${b.path}` ? -1 : 1))
  const isRemoved = removedChecker(edits.removed)
  const reserved = removedIds(edits.removed)
  const leaves = corpusChecker(edits.removed)
  const [left, leaving] = [corpus.filter(paper => !leaves(paper)), corpus.filter(leaves)]
  const arxivIds = new Set(left.flatMap(({ arxivId }) => arxivId ?? []))
  /** A record with the arXiv id of a remaining paper belongs to that paper, whatever its title. */
  const isKept = (paper: Paper): boolean =>
    (paper.arxivId !== undefined && arxivIds.has(paper.arxivId)) || isRemoved(paper) === undefined
  const gone = new Map<string, number>()
  const files = sorted.map(({ path, reading }) => {
    const records = reading.records.map(({ paper, aliases, ...record }) => ({
      ...record,
      paper: paperOf(paper, aliases),
    }))
    const kept = records.filter(({ paper }) => isKept(paper))
    gone.set(path, records.length - kept.length)
    const claims = kept.filter(
      ({ paper: { arxivId } }) => arxivId !== undefined && reserved.has(idKey(arxivId)),
    )
    const claimed = claims.map(({ where, paper }) => ({
      where,
      message: `the arXiv id ${paper.arxivId} is that of a removed paper with another title and other authors: this paper is kept without it; correct the id`,
      dropped: true,
    }))
    return {
      path,
      problems: [...reading.problems, ...claimed, ...mentionsIn(reading, corpus)],
      records: kept.map(record =>
        claims.includes(record) ? { ...record, paper: withoutArxivId(record.paper) } : record,
      ),
    }
  })
  // Corrections come after merging: the fields of sources decide which records are one paper.
  const merged = mergeInto(
    left,
    files.flatMap(({ records }) =>
      records.map(({ paper, enrichesOnly }): Incoming => ({ paper, enrichesOnly })),
    ),
    reserved,
  )
  const known = new Set(corpus.flatMap(({ id, aliases }) => [id, ...aliases]))
  const { papers, unknown } = correct(
    merged.papers.map(paper => withAddedOn(paper, known, today)),
    edits.corrections,
  )
  const notesOf = new Map<number, typeof merged.notes>()
  for (const note of merged.notes) addTo(notesOf, note.incoming, note)
  let taken = 0
  const reports = files.map(({ path, records, problems }): FileReport => {
    const own = merged.outcomes.slice(taken, taken + records.length)
    const found = records.flatMap(({ where }, at) =>
      (notesOf.get(taken + at) ?? []).map(({ message, dropped }) => ({ where, message, dropped })),
    )
    taken += records.length
    const unmatched = unmatchedIn(
      records.filter((_, at) => own[at] === 'unmatched'),
      records.length,
    )
    return {
      path,
      outcomes: own,
      problems: [...problems, ...found, ...removedIn(gone.get(path), edits), ...unmatched],
    }
  })
  if (leaving.length > 0)
    reports.push({ path: edits.removedPath, outcomes: [], problems: leavingIn(leaving) })
  const isNotRemoved = (id: string): boolean => !edits.removed.some(paper => namesPaper(paper, id))
  const corrections = [
    ...edits.problems,
    ...unknown.filter(isNotRemoved).map(id => ({
      where: id,
      message: 'no paper of the corpus has this id: nothing is corrected',
      dropped: false,
    })),
  ]
  if (corrections.length > 0)
    reports.push({ path: edits.correctionsPath, outcomes: [], problems: corrections })
  return { papers, files: reports }
}

/** The problem of a text that only names papers, without `--complete`. */
function mentionsIn({ mentions = [] }: SourceReading, corpus: readonly Paper[]): Problem[] {
  if (mentions.length === 0) return []
  const known = new Set(corpus.flatMap(({ id, aliases, dois }) => [id, ...aliases, ...dois]))
  const there = mentions.filter(id => known.has(id)).length
  const message = `only names ${formatPaperCount(mentions.length)} by ids (${there} in the corpus already): run the same command with --complete to take them in`
  return [{ where: '', message, dropped: there < mentions.length }]
}

/** The number of papers named one by one; more are only counted. */
const MAX_NAMED = 10

/** Problems for papers that leave the corpus because they are listed as removed. */
function leavingIn(papers: readonly Paper[]): Problem[] {
  const named = papers.slice(0, MAX_NAMED).map(
    ({ id, title }): Problem => ({
      where: id,
      message: `leaves the corpus, as this file lists it as removed: “${title}”`,
      dropped: false,
    }),
  )
  const more = papers.length - named.length
  if (more === 0) return named
  const message = `leave the corpus as well, as this file lists them as removed: ${formatPaperCount(more)}`
  return [...named, { where: '', message, dropped: false, times: more }]
}

function removedIn(count = 0, { removedPath }: CorpusEdits): Problem[] {
  if (count === 0) return []
  const message = `left out because ${removedPath} lists them as removed: ${formatPaperCount(count)}`
  return [{ where: '', message, dropped: false, times: count }]
}
