import { firstDayOf } from '../text/partialDates.ts'
import { normalizedTitle, shortHash } from '../text/text.ts'
import { addTo, DisjointSets } from './disjointSets.ts'
import { joinByArxivId, joinByDoi, type MergeNote, titleKeys, withArxivId } from './idClaims.ts'
import { listingDays } from './listingDays.ts'
import { mergePapers } from './mergePapers.ts'
import type { Paper } from './paper.ts'
import { idKey } from './paperIds.ts'
import { joinByTitle } from './sameTitle.ts'

/** A paper on its way into the corpus. Facts enrich papers that are known and never add one. */
export interface Incoming {
  paper: Paper
  enrichesOnly: boolean
}

export type MergeOutcome = 'new' | 'merged' | 'unchanged' | 'unmatched'

export interface MergeResult {
  /** Every paper of the corpus, ordered by id, ids unique. */
  papers: Paper[]
  /** The outcome of each incoming paper, in the order they came. */
  outcomes: MergeOutcome[]
  /** Notes for a person: an id that two papers claim, a title that two papers have. */
  notes: { incoming: number; message: string; dropped: boolean }[]
}

/**
 * Says which records are one paper: those with the same arXiv id or DOI, unless they are plainly different papers, else
 * those with the same title and nothing against it. See `idClaims.ts` and `sameTitle.ts`.
 *
 * @param known how many of the records, from the first, are of the corpus
 */
function identified(records: readonly Paper[], known: number) {
  const papers = records.map(withArxivId)
  const sets = new DisjointSets(papers.length)
  const notes = [...joinByArxivId(papers, known, sets), ...joinByDoi(papers, sets)]
  joinByTitle(papers, sets)
  const groups = papers.map((_, record) => sets.find(record))
  return { papers, groups, notes: [...notes, ...titleNotes(papers, groups)] }
}

/** Notes on records whose title another paper has. */
function titleNotes(papers: readonly Paper[], groups: readonly number[]): MergeNote[] {
  const groupsOf = new Map<string, Set<number>>()
  papers.forEach((paper, record) => {
    for (const key of titleKeys(paper)) {
      groupsOf.set(key, (groupsOf.get(key) ?? new Set()).add(groups[record] as number))
    }
  })
  return papers.flatMap((paper, record) => {
    const others = Math.max(...titleKeys(paper).map(key => groupsOf.get(key)?.size ?? 0)) - 1
    if (others === 0) return []
    const isBare = paper.arxivId === undefined && paper.dois.length === 0 && !paper.authors?.length
    const message = isBare
      ? 'several papers have this title, and without authors or an id nothing says which of them this is: it is kept apart'
      : 'another paper has this title, but other authors or another id: both are kept'
    return [{ record, message, dropped: false }]
  })
}

/** All records of one paper. */
interface Group {
  merged: Paper
  /** The ids under which the corpus had it. */
  held: Set<string>
  /** False where only facts speak of the paper: they never add one. */
  alive: boolean
}

const idsOf = (paper: Paper): string[] => [paper.id, ...paper.aliases]

const sortKey = (paper: Paper): string => `${normalizedTitle(paper.title)}\n${JSON.stringify(paper)}`

/** Texts that can tell a paper from others of its slug, the first that does: its title, its DOI or authors, all it says. */
const spareIds = (paper: Paper, slug: string): string[] =>
  [
    normalizedTitle(paper.title),
    `${normalizedTitle(paper.title)}\n${paper.dois[0] ?? paper.authors?.join('; ') ?? ''}`,
    sortKey(paper),
  ].map(text => `${slug}-${shortHash(text)}`)

/**
 * Gives every paper an id of its own. Papers can share a slug, as they can a title: the one that had it in the corpus keeps it, else
 * the first by title; the others carry a hash of what tells them from it behind it. Ids that differ in case alone count as one.
 *
 * @param reserved keys of ids that no paper gets which did not have them
 */
function withUniqueIds(groups: readonly Group[], reserved: ReadonlySet<string>): Paper[] {
  const claims = new Map<string, Group[]>()
  for (const group of groups) {
    for (const id of idsOf(group.merged)) addTo(claims, idKey(id), group)
  }
  const ownerOf = (id: string): Group => {
    const claimants = claims.get(idKey(id)) as Group[]
    return (
      claimants.find(({ merged }) => merged.arxivId === id) ??
      claimants.find(({ held }) => held.has(id)) ??
      claimants.reduce((first, next) => (sortKey(next.merged) < sortKey(first.merged) ? next : first))
    )
  }
  const taken = new Set([...claims.keys(), ...reserved])
  const named = new Map<Group, Paper>()
  const nameless: Group[] = []
  for (const group of groups) {
    const paper = group.merged
    const ids = idsOf(paper)
    const kept = ids.filter(id => ownerOf(id) === group && (group.held.has(id) || !reserved.has(idKey(id))))
    const own = kept.filter((id, at) => kept.findIndex(other => idKey(other) === idKey(id)) === at)
    const id = paper.arxivId ?? own[0]
    if (own.length === ids.length) named.set(group, paper)
    else if (id === undefined) nameless.push(group)
    else named.set(group, { ...paper, id, aliases: own.filter(other => other !== id) })
  }
  const keys = new Map(nameless.map(group => [group, sortKey(group.merged)]))
  for (const group of nameless.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1))) {
    const paper = group.merged
    const spares = spareIds(paper, paper.id)
    const id = spares.find(spare => !taken.has(spare)) ?? `${paper.id}-${shortHash(`${taken.size}`)}`
    taken.add(id)
    named.set(group, { ...paper, id, aliases: [] })
  }
  return groups.map(group => named.get(group) as Paper)
}

function grouped(
  records: readonly Paper[],
  groups: readonly number[],
  corpus: readonly Paper[],
  incoming: readonly Incoming[],
): Map<number, Group> {
  const found = new Map<number, Group>()
  records.forEach((paper, record) => {
    const key = groups[record] as number
    const before = corpus[record]
    const isAlive = incoming[record - corpus.length]?.enrichesOnly !== true
    const group = found.get(key)
    if (group) {
      group.merged = mergePapers(group.merged, paper)
      for (const id of before ? idsOf(before) : []) group.held.add(id)
      group.alive ||= isAlive
    } else {
      const held = new Set(before ? idsOf(before) : [])
      found.set(key, { merged: mergePapers(paper, paper), held, alive: isAlive })
    }
  })
  return found
}

interface Pass {
  papers: Paper[]
  notes: MergeNote[]
  /** For each record, its paper; none where only facts speak of one. */
  paperOf: (Paper | undefined)[]
}

/** Merges all records once. */
function pass(corpus: readonly Paper[], incoming: readonly Incoming[], reserved: ReadonlySet<string>): Pass {
  const { papers, groups, notes } = identified(
    [...corpus, ...incoming.map(({ paper }) => paper)],
    corpus.length,
  )
  const living = [...grouped(papers, groups, corpus, incoming)].filter(([, { alive }]) => alive)
  const named = withUniqueIds(
    living.map(([, group]) => group),
    reserved,
  )
  const byGroup = new Map(living.map(([key], index) => [key, named[index] as Paper]))
  return {
    papers: named.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    notes,
    paperOf: groups.map(group => byGroup.get(group)),
  }
}

/** Merged facts can decide again which records are one paper; corpora settle within this number of passes. */
const MAX_PASSES = 5

/** Merges until merging once more changes nothing. Where no two papers contend for a title or an id, once is enough. */
function settled(
  corpus: readonly Paper[],
  incoming: readonly Incoming[],
  reserved: ReadonlySet<string>,
): Pass & { known: number } {
  let known = corpus.length
  let last = pass(corpus, incoming, reserved)
  for (let passes = 1; passes < MAX_PASSES && last.notes.length > 0; passes++) {
    const next = pass(last.papers, incoming, reserved)
    const isSettled = JSON.stringify(next.papers) === JSON.stringify(last.papers)
    known = last.papers.length
    last = next
    if (isSettled) break
  }
  return { ...last, known }
}

/**
 * Takes papers into a corpus.
 *
 * The resulting papers do not depend on the order of `incoming`, and taking the same papers in again changes
 * nothing. Which of several records of one new paper is called `new` is a matter of order.
 *
 * @param reserved keys of ids, as `idKey` makes them, that no paper gets which did not have them: those of removed papers
 */
export function mergeInto(
  corpus: readonly Paper[],
  incoming: readonly Incoming[],
  reserved: ReadonlySet<string> = new Set(),
): MergeResult {
  const { papers, notes, paperOf, known } = settled(corpus, incoming, reserved)
  const beforeOf = new Map(corpus.flatMap(paper => idsOf(paper).map(id => [id, paper])))
  const seen = new Set<Paper>()
  const outcomes = incoming.map(({ enrichesOnly }, index): MergeOutcome => {
    const paper = paperOf[known + index]
    if (!paper) return 'unmatched'
    const before = idsOf(paper).flatMap(id => beforeOf.get(id) ?? [])
    if (before.length > 0)
      return before.some(held => JSON.stringify(held) === JSON.stringify(paper)) ? 'unchanged' : 'merged'
    if (enrichesOnly || seen.has(paper)) return 'merged'
    seen.add(paper)
    return 'new'
  })
  return {
    papers,
    outcomes,
    notes: notes.flatMap(({ record, ...note }) =>
      record < known ? [] : [{ ...note, incoming: record - known }],
    ),
  }
}

/** Name of the day and month of papers without a known day. */
export const UNDATED = 'undated'

/**
 * The day under which the site publishes a paper: its first digest, else its publication, the first of the month or year
 * where no day is known; `UNDATED` without a date.
 */
export function publishingDay(paper: Paper): string {
  const date = listingDays(paper)[0] ?? paper.publishedAt
  return date === undefined ? UNDATED : firstDayOf(date)
}

/**
 * The month in whose file a paper is stored: that of its first listing, else of its publication, the year where no month
 * is known; `UNDATED` without a date. The day on which it was added decides nothing, so that no paper changes its file.
 */
export const storageMonth = ({ listedOn, publishedAt }: Paper): string =>
  (listedOn[0] ?? publishedAt)?.slice(0, 7) ?? UNDATED
