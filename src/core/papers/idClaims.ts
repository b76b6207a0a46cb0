import { normalizedTitle, spacedWords } from '../text/text.ts'
import { addTo, DisjointSets } from './disjointSets.ts'
import { arxivIdOfDoi, publishersDois } from './doi.ts'
import { FORMATS, type Paper } from './paper.ts'
import { titleId } from './paperOf.ts'
import { type NameParts, namesOf, shareAuthor } from './sameAuthor.ts'

/** A note for a person about one record. */
export interface MergeNote {
  /** The record's position among all. */
  record: number
  message: string
  /** True where something of the record was not kept. */
  dropped: boolean
}

export const titleKeys = ({ title, alsoTitled }: Paper): string[] => [
  ...new Set([title, ...alsoTitled].map(normalizedTitle)),
]

/** The paper with the arXiv id that its DOI names. */
export function withArxivId(paper: Paper): Paper {
  if (paper.arxivId !== undefined || paper.dois.length === 0) return paper
  const arxivId = paper.dois.map(arxivIdOfDoi).find(id => id !== undefined)
  if (arxivId === undefined) return paper
  const sources = paper.sources.map(source =>
    source.gave.includes('dois') ? { ...source, gave: [...source.gave, 'arxivId'].sort() } : source,
  )
  return { ...paper, arxivId, sources }
}

/** The paper without its arXiv id, and without the DOI that says the same. */
export function withoutArxivId({ arxivId, ...paper }: Paper): Paper {
  const dois = paper.dois.filter(doi => arxivIdOfDoi(doi) !== arxivId)
  const dropped = (fact: string): boolean => fact === 'arxivId' || (fact === 'dois' && dois.length === 0)
  const aliases = paper.aliases.filter(alias => alias !== arxivId)
  return {
    ...paper,
    id: paper.id === arxivId ? (aliases[0] ?? titleId(paper.title)) : paper.id,
    dois,
    aliases,
    sources: paper.sources.map(source => ({ ...source, gave: source.gave.filter(fact => !dropped(fact)) })),
  }
}

/** More than this many papers under one id are not compared: it is no id then. */
const MAX_CLAIMANTS = 50

const wordsOf = (title: string): string[] =>
  spacedWords(title)
    .split(' ')
    .filter(word => word.length >= 4 || /[^a-z0-9]/.test(word))

/** The facts that the records of one title under an id say of it. */
interface Claimant {
  records: number[]
  names: NameParts[]
  words: Set<string>
  /** Links name a paper by its id; what they are called need not be its title. */
  isLink: boolean
}

const canBeOne = (a: Claimant, b: Claimant): boolean =>
  a.isLink ||
  b.isLink ||
  (a.names.length > 0 && b.names.length > 0
    ? shareAuthor(a.names, b.names)
    : [...a.words].some(word => b.words.has(word)))

/** Whether a record with an id of another paper is plainly another one: as in `claimantsOf`. */
export function isPlainlyOther(
  record: Paper,
  other: { title: string; alsoTitled?: readonly string[]; authors: readonly string[] },
): boolean {
  const titles = [other.title, ...(other.alsoTitled ?? [])]
  const keys = new Set(titles.map(normalizedTitle))
  if (titleKeys(record).some(key => keys.has(key))) return false
  const claimant = (authors: readonly string[], words: readonly string[]): Claimant => ({
    records: [],
    names: namesOf(authors),
    words: new Set(words.flatMap(wordsOf)),
    isLink: false,
  })
  const isLink = record.sources.every(({ format }) => format === 'links')
  const own = claimant(record.authors ?? [], [record.title, ...record.alsoTitled])
  return !canBeOne({ ...own, isLink }, claimant(other.authors, titles))
}

/**
 * Parts records with one id into those that can be one paper. Two are plainly different papers where their titles differ
 * and they have no author in common; where no authors are known, where their titles have no word in common.
 */
function claimantsOf(papers: readonly Paper[], records: readonly number[]): number[][] {
  const sets = new DisjointSets(records.length)
  const byTitle = new Map<string, number>()
  records.forEach((record, at) => {
    for (const key of titleKeys(papers[record] as Paper)) {
      const other = byTitle.get(key)
      if (other === undefined) byTitle.set(key, at)
      else sets.join(other, at)
    }
  })
  const claimants = [...sets.sets().values()].map((members): Claimant => {
    const own = members.map(member => records[member] as number)
    const all = own.map(record => papers[record] as Paper)
    return {
      records: own,
      names: namesOf([...new Set(all.flatMap(({ authors = [] }) => authors))]),
      words: new Set(all.flatMap(({ title, alsoTitled }) => [title, ...alsoTitled]).flatMap(wordsOf)),
      isLink: all.every(({ sources }) => sources.every(({ format }) => format === 'links')),
    }
  })
  if (claimants.length === 1 || claimants.length > MAX_CLAIMANTS)
    return claimants.map(({ records }) => records)
  const joined = new DisjointSets(claimants.length)
  claimants.forEach((claimant, at) => {
    for (let other = 0; other < at; other++)
      if (canBeOne(claimant, claimants[other] as Claimant)) joined.join(other, at)
  })
  return [...joined.sets().values()].map(members =>
    members.flatMap(member => (claimants[member] as Claimant).records),
  )
}

const rankOf = (paper: Paper): number =>
  Math.max(
    -1,
    ...paper.sources.map(({ format, gave }) => (gave.includes('arxivId') ? FORMATS.indexOf(format) : -1)),
  )

/** The claimant that keeps an arXiv id: the one of the corpus, else that of the best source, else the first by content. */
function ownerOf(papers: readonly Paper[], claimants: readonly number[][], known: number): number[] {
  const sortKey = (claimant: readonly number[]): string =>
    claimant.map(record => JSON.stringify(papers[record])).sort()[0] as string
  return claimants.reduce((best, next) => {
    const order =
      Number(next.some(record => record < known)) - Number(best.some(record => record < known)) ||
      Math.max(...next.map(record => rankOf(papers[record] as Paper))) -
        Math.max(...best.map(record => rankOf(papers[record] as Paper)))
    return order > 0 || (order === 0 && sortKey(next) < sortKey(best)) ? next : best
  })
}

/**
 * Joins records that claim one arXiv id. Where plainly different papers claim it, one keeps it, the others are taken without it,
 * and each of their records is noted.
 *
 * @param papers changed in place: records that lose their id
 * @param known how many of them, from the first, are of the corpus
 */
export function joinByArxivId(papers: Paper[], known: number, sets: DisjointSets): MergeNote[] {
  const claims = new Map<string, number[]>()
  papers.forEach(({ arxivId }, record) => {
    if (arxivId !== undefined) addTo(claims, arxivId, record)
  })
  const notes: MergeNote[] = []
  for (const [arxivId, records] of claims) {
    if (records.length === 1) continue
    const claimants = claimantsOf(papers, records)
    const owner = claimants.length === 1 ? claimants[0] : ownerOf(papers, claimants, known)
    if (!owner) continue
    for (const record of owner) sets.join(owner[0] as number, record)
    const title = papers[owner[0] as number]?.title.slice(0, 80)
    for (const record of claimants.filter(claimant => claimant !== owner).flat()) {
      papers[record] = withoutArxivId(papers[record] as Paper)
      const message = `the arXiv id ${arxivId} is that of “${title}”, which has another title and other authors: this paper is kept without it; correct the id`
      notes.push({ record, message, dropped: true })
    }
  }
  return notes
}

/**
 * Joins records that have a publisher's DOI in common, unless they are plainly different papers: chapters often have the
 * DOI of their book. Those without an arXiv id join the only paper of the arXiv whose DOIs they have; where there are several,
 * they stay apart from these.
 */
export function joinByDoi(papers: readonly Paper[], sets: DisjointSets): MergeNote[] {
  const claims = new Map<string, number[]>()
  const arxivSets = new Set<number>()
  papers.forEach((paper, record) => {
    for (const doi of publishersDois(paper)) addTo(claims, doi, record)
    if (paper.arxivId !== undefined) arxivSets.add(sets.find(record))
  })
  const notes: MergeNote[] = []
  const clusters = new DisjointSets(papers.length)
  const neighbours: [number, number][] = []
  for (const [doi, records] of claims) {
    if (records.length === 1) continue
    const claimants = claimantsOf(papers, records)
    for (const claimant of claimants) {
      const ofArxiv = new Set(claimant.map(record => sets.find(record)).filter(set => arxivSets.has(set)))
      const [first, ...others] = claimant.filter(record => !arxivSets.has(sets.find(record)))
      for (const other of others) clusters.join(first as number, other)
      if (first !== undefined) for (const set of ofArxiv) neighbours.push([first, set])
      if (ofArxiv.size <= 1) continue
      const ids = [...ofArxiv].map(set => papers[set]?.arxivId).sort()
      const message = `the DOI ${doi} is given for both ${ids.join(' and ')}: these papers are kept apart`
      for (const record of claimant) notes.push({ record, message, dropped: false })
    }
    if (claimants.length === 1) continue
    const message = `the DOI ${doi} is also given for papers with other titles and authors: these papers are kept apart`
    for (const record of claimants.flat()) notes.push({ record, message, dropped: false })
  }
  const candidates = new Map<number, Set<number>>()
  for (const [record, set] of neighbours) {
    const cluster = clusters.find(record)
    candidates.set(cluster, (candidates.get(cluster) ?? new Set()).add(set))
  }
  for (const [cluster, members] of clusters.sets()) {
    for (const member of members) sets.join(cluster, member)
    const [only, another] = candidates.get(cluster) ?? []
    if (only !== undefined && another === undefined) sets.join(only, cluster)
    if (another === undefined) continue
    const message = 'its DOIs belong to several papers of the arXiv: it is kept apart from them'
    for (const record of members) notes.push({ record, message, dropped: false })
  }
  return notes
}
