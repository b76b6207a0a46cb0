import { mergePapers } from './mergePapers.ts'
import type { Paper } from './paper.ts'
import { firstDayOf } from './partialDates.ts'
import { normalizedTitle, shortHash } from './text.ts'

/** A paper on its way into the corpus. Facts enrich papers that are known and never add one. */
export interface Incoming {
  paper: Paper
  enrichesOnly: boolean
}

export type Outcome = 'new' | 'merged' | 'unchanged' | 'unmatched'

export interface MergeResult {
  /** Every paper of the corpus, ordered by id, ids unique. */
  papers: Paper[]
  /** What became of each incoming paper, in the order they came. */
  outcomes: Outcome[]
}

/** Sets that grow together (disjoint-set forest with path halving). */
class Groups {
  readonly #parent = new Map<string, string>()

  find(key: string): string {
    let root = key
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) {
      const grand = this.#parent.get(up) ?? up
      this.#parent.set(root, grand)
      root = grand
    }
    return root
  }

  join(a: string, b: string): void {
    const left = this.find(a)
    const right = this.find(b)
    if (left !== right) this.#parent.set(right, left)
  }
}

const titleKeys = (paper: Paper): string[] =>
  [paper.title, ...paper.alsoTitled].map(title => `title ${normalizedTitle(title)}`)

/**
 * Says which papers are one: those with the same arXiv id, else with the same normalised title. A title that stands
 * over two different arXiv ids decides nothing, so papers that have only that title stay apart from both.
 */
function groupKeys(papers: readonly Paper[]): string[] {
  const groups = new Groups()
  const ownKey = (paper: Paper): string =>
    paper.arxivId === undefined ? (titleKeys(paper)[0] as string) : `arxiv ${paper.arxivId}`
  for (const paper of papers) {
    if (paper.arxivId !== undefined) continue
    for (const key of titleKeys(paper)) groups.join(ownKey(paper), key)
  }
  const idsOfTitle = new Map<string, Set<string>>()
  for (const paper of papers) {
    if (paper.arxivId === undefined) continue
    for (const key of titleKeys(paper)) {
      const title = groups.find(key)
      idsOfTitle.set(title, (idsOfTitle.get(title) ?? new Set()).add(ownKey(paper)))
    }
  }
  for (const [title, ids] of idsOfTitle) {
    const [only, another] = ids
    if (only !== undefined && another === undefined) groups.join(only, title)
  }
  return papers.map(paper => groups.find(ownKey(paper)))
}

/** All records of one paper. */
interface Group {
  merged: Paper
  /** The paper as the corpus had it. */
  before: Paper | undefined
  /** The ids under which the corpus had it. */
  held: Set<string>
  /** False where only facts speak of the paper: they never add one. */
  alive: boolean
}

const idsOf = (paper: Paper): string[] => [paper.id, ...paper.aliases]

const sortKey = (paper: Paper): string => `${normalizedTitle(paper.title)}\n${JSON.stringify(paper)}`

/**
 * Gives every paper an id of its own. Long titles can share a slug: whoever had it in the corpus keeps it, else the
 * first by title; the others carry a hash of their title behind it.
 */
function withUniqueIds(groups: readonly Group[]): Paper[] {
  const claims = new Map<string, Group[]>()
  for (const group of groups) {
    for (const id of idsOf(group.merged)) claims.set(id, [...(claims.get(id) ?? []), group])
  }
  const ownerOf = (id: string): Group => {
    const claimants = claims.get(id) as Group[]
    return (
      claimants.find(({ merged }) => merged.arxivId === id) ??
      claimants.find(({ held }) => held.has(id)) ??
      claimants.reduce((first, next) => (sortKey(next.merged) < sortKey(first.merged) ? next : first))
    )
  }
  return groups.map(group => {
    const paper = group.merged
    const ids = idsOf(paper)
    const own = ids.filter(id => ownerOf(id) === group)
    if (own.length === ids.length) return paper
    const spare = `${ids.find(id => !own.includes(id))}-${shortHash(normalizedTitle(paper.title))}`
    const id = paper.arxivId ?? own[0] ?? spare
    return { ...paper, id, aliases: own.filter(other => other !== id) }
  })
}

function grouped(corpus: readonly Paper[], incoming: readonly Incoming[], keys: readonly string[]) {
  const groups = new Map<string, Group>()
  const add = (key: string, paper: Paper, alive: boolean, known: boolean): void => {
    const group = groups.get(key)
    const ids = known ? idsOf(paper) : []
    if (group) {
      group.merged = mergePapers(group.merged, paper)
      group.before ??= known ? paper : undefined
      for (const id of ids) group.held.add(id)
      group.alive ||= alive
    } else {
      const merged = mergePapers(paper, paper)
      groups.set(key, { merged, before: known ? paper : undefined, held: new Set(ids), alive })
    }
  }
  corpus.forEach((paper, index) => {
    add(keys[index] as string, paper, true, true)
  })
  incoming.forEach(({ paper, enrichesOnly }, index) => {
    add(keys[corpus.length + index] as string, paper, !enrichesOnly, false)
  })
  return groups
}

/**
 * Takes papers into a corpus.
 *
 * The resulting papers do not depend on the order of `incoming`, and taking the same papers in again changes
 * nothing. Which of several records of one new paper is called `new` is a matter of order.
 */
export function mergeInto(corpus: readonly Paper[], incoming: readonly Incoming[]): MergeResult {
  const keys = groupKeys([...corpus, ...incoming.map(({ paper }) => paper)])
  const living = [...grouped(corpus, incoming, keys)].filter(([, { alive }]) => alive)
  const papers = withUniqueIds(living.map(([, group]) => group))
  const outcomeOf = new Map<string, Outcome>()
  living.forEach(([key, { before }], index) => {
    const same = before !== undefined && JSON.stringify(before) === JSON.stringify(papers[index])
    outcomeOf.set(key, before === undefined ? 'new' : same ? 'unchanged' : 'merged')
  })
  const seen = new Set<string>()
  const outcomes = incoming.map(({ enrichesOnly }, index): Outcome => {
    const key = keys[corpus.length + index] as string
    const outcome = outcomeOf.get(key) ?? 'unmatched'
    if (outcome !== 'new') return outcome
    if (enrichesOnly || seen.has(key)) return 'merged'
    seen.add(key)
    return 'new'
  })
  return { papers: papers.sort((a, b) => (a.id < b.id ? -1 : 1)), outcomes }
}

/** In place of the day or month of papers of which no day is known. */
export const UNDATED = 'undated'

/** What a paper is filed by: its first listing, its publication where never listed, else `UNDATED`. */
const filedBy = ({ listedOn, publishedAt }: Paper): string => listedOn[0] ?? publishedAt ?? UNDATED

/** The day a paper is filed under, the first of the month or year where no day is known; `UNDATED` without a date. */
export function dayOf(paper: Paper): string {
  const date = filedBy(paper)
  return date === UNDATED ? date : firstDayOf(date)
}

/** The month a paper is filed under, the year where no month is known; `UNDATED` without a date. */
export function monthOf(paper: Paper): string {
  const date = filedBy(paper)
  return date === UNDATED ? date : date.slice(0, 7)
}
