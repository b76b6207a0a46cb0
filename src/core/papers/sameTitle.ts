import { addTo, DisjointSets } from './disjointSets.ts'
import { publishersDois, titleKeys } from './idClaims.ts'
import type { Paper } from './paper.ts'
import { canBeOneName, type NameParts, namesOf, sameAuthors, wholeParts } from './sameAuthor.ts'

/** Records that are one paper by their ids. */
interface Unit {
  titles: string[]
  arxivId: string | undefined
  dois: ReadonlySet<string>
  /** Each list of authors that a record has. */
  lists: NameParts[][]
}

/** Two ids of one kind that cannot be one paper's, unless something else says so. */
const differByArxivId = (a: Unit, b: Unit): boolean =>
  a.arxivId !== undefined && b.arxivId !== undefined && a.arxivId !== b.arxivId
const differByDoi = (a: Unit, b: Unit): boolean =>
  a.dois.size > 0 && b.dois.size > 0 && ![...a.dois].some(doi => b.dois.has(doi))
/** A preprint and its published version have a DOI each, and the same authors. */
const haveSameAuthors = (a: Unit, b: Unit): boolean =>
  a.lists.some(list => b.lists.some(other => sameAuthors(list, other)))
const areApart = (a: Unit, b: Unit): boolean =>
  differByArxivId(a, b) || (differByDoi(a, b) && !haveSameAuthors(a, b))

function unitOf(papers: readonly Paper[]): Unit {
  const lists = new Map(
    papers.flatMap(({ authors = [] }) =>
      authors.length > 0 ? [[JSON.stringify(authors), authors] as const] : [],
    ),
  )
  return {
    titles: [...new Set(papers.flatMap(titleKeys))],
    arxivId: papers.find(({ arxivId }) => arxivId !== undefined)?.arxivId,
    dois: new Set(papers.flatMap(publishersDois)),
    lists: [...lists.values()].map(namesOf).filter(names => names.length > 0),
  }
}

/** Whether units can be one paper all together. */
function areConsistent(units: readonly Unit[]): boolean {
  const withId = units.filter(({ arxivId }) => arxivId !== undefined)
  const withDoi = units.filter(({ dois }) => dois.size > 0)
  return [withId, withDoi].every(([first, ...others]) =>
    others.every(unit => !first || !areApart(first, unit)),
  )
}

/** Calls `meet` for each pair of units of one title that share an author. */
function meetings(
  units: readonly Unit[],
  members: readonly number[],
  meet: (a: number, b: number) => void,
): void {
  const byPart = new Map<string, { unit: number; name: NameParts }[]>()
  for (const unit of members) {
    const names = (units[unit] as Unit).lists.flat()
    for (const name of names) {
      for (const part of wholeParts(name)) {
        for (const other of byPart.get(part) ?? [])
          if (other.unit !== unit && canBeOneName(name, other.name)) meet(other.unit, unit)
      }
    }
    for (const name of names) for (const part of wholeParts(name)) addTo(byPart, part, { unit, name })
  }
}

/**
 * Joins papers that have a title in common and nothing against it. All papers of a title are looked at together, so that
 * their order decides nothing:
 *
 * 1. Of papers with authors and an id, those are one that share an author and differ neither by arXiv id nor, unless all
 *    their authors are the same, by DOI. Where that would join two which differ, all of them stay apart.
 * 2. Papers with authors and no id are one where they share an author, and join those of 1 if there is exactly one to share an
 *    author with.
 * 3. A paper without authors but with an id joins the only paper of its title that has no other id.
 * 4. A paper with neither joins the only paper of its title.
 *
 * @param sets joined already where ids are the same
 */
export function joinByTitle(papers: readonly Paper[], sets: DisjointSets): void {
  const records = [...sets.sets()]
  const titlesOf = records.map(([, members]) => [
    ...new Set(members.flatMap(member => titleKeys(papers[member] as Paper))),
  ])
  const byTitle = new Map<string, number[]>()
  titlesOf.forEach((titles, at) => {
    for (const title of titles) addTo(byTitle, title, at)
  })
  // Most papers are the only ones of their title: names are looked at only where they can decide something.
  const shared = [...byTitle.values()].filter(({ length }) => length > 1)
  const places = new Map([...new Set(shared.flat())].sort((a, b) => a - b).map((place, at) => [place, at]))
  const units = [...places.keys()].map(place =>
    unitOf((records[place]?.[1] ?? []).map(member => papers[member] as Paper)),
  )
  const titles = shared.map(ofTitle => ofTitle.map(place => places.get(place) as number))
  const groups = groupsOf(units, titles)
  const roots = [...places.keys()].map(place => records[place]?.[0] as number)
  units.forEach((_, unit) => {
    sets.join(roots[groups.find(unit)] as number, roots[unit] as number)
  })
}

function groupsOf(units: readonly Unit[], titles: readonly (readonly number[])[]): DisjointSets {
  const groups = new DisjointSets(units.length)
  const at = (unit: number): Unit => units[unit] as Unit
  const hasId = (unit: number): boolean => at(unit).arxivId !== undefined || at(unit).dois.size > 0
  const hasAuthors = (unit: number): boolean => at(unit).lists.length > 0
  const unitsWhere = (keep: (unit: number) => boolean): number[] => units.map((_, unit) => unit).filter(keep)

  /** Joins the members of each set of units, where they can be one paper. */
  const joinConsistent = (sets: DisjointSets): void => {
    for (const members of sets.sets().values()) {
      if (members.length > 1 && areConsistent(members.map(at)))
        for (const member of members) groups.join(members[0] as number, member)
    }
  }

  // 1
  const anchors = new DisjointSets(units.length)
  for (const ofTitle of titles) {
    meetings(
      units,
      ofTitle.filter(unit => hasAuthors(unit) && hasId(unit)),
      (a, b) => {
        if (!areApart(at(a), at(b))) anchors.join(a, b)
      },
    )
  }
  joinConsistent(anchors)

  // 2
  const candidates = new Map<number, Set<number>>()
  const clusters = new DisjointSets(units.length)
  const neighbours: [number, number][] = []
  for (const ofTitle of titles) {
    meetings(units, ofTitle.filter(hasAuthors), (a, b) => {
      if (!hasId(a) && !hasId(b)) clusters.join(a, b)
      else if (!hasId(a) || !hasId(b)) neighbours.push(hasId(a) ? [b, a] : [a, b])
    })
  }
  for (const [unit, anchor] of neighbours) {
    const cluster = clusters.find(unit)
    candidates.set(cluster, (candidates.get(cluster) ?? new Set()).add(groups.find(anchor)))
  }
  for (const [cluster, members] of clusters.sets()) {
    for (const member of members) groups.join(cluster, member)
  }
  for (const [cluster, found] of candidates) {
    const [only, another] = found
    if (only !== undefined && another === undefined) groups.join(only, cluster)
  }

  // 3
  const authored = new Map<number, number[]>()
  for (const unit of unitsWhere(hasAuthors)) addTo(authored, groups.find(unit), unit)
  const withId = unitsWhere(unit => !hasAuthors(unit) && hasId(unit))
  const joiners = new Map<number, number[]>()
  const groupsOfTitles = new Map<number, Set<number>>()
  for (const ofTitle of titles) {
    const found = new Set(ofTitle.filter(hasAuthors).map(unit => groups.find(unit)))
    for (const unit of ofTitle) {
      const all = groupsOfTitles.get(unit) ?? new Set()
      for (const group of found) all.add(group)
      groupsOfTitles.set(unit, all)
    }
  }
  const open: number[] = []
  for (const unit of withId) {
    const fitting = [...(groupsOfTitles.get(unit) ?? [])].filter(group =>
      (authored.get(group) ?? []).every(member => !areApart(at(member), at(unit))),
    )
    const [only, another] = fitting
    if (only !== undefined && another === undefined) addTo(joiners, only, unit)
    else if (only === undefined) open.push(unit)
  }
  const alone = new DisjointSets(units.length)
  const isOpen = new Set(open)
  for (const ofTitle of titles) {
    const [first, ...others] = ofTitle.filter(unit => isOpen.has(unit))
    for (const other of others) alone.join(first as number, other)
  }
  for (const [group, members] of joiners) {
    if (!areConsistent(members.map(at))) continue
    for (const member of members) groups.join(group, member)
  }
  joinConsistent(alone)

  // 4
  const bare = new DisjointSets(units.length)
  const isBare = (unit: number): boolean => !hasAuthors(unit) && !hasId(unit)
  const around = new Map<number, Set<number>>()
  for (const ofTitle of titles) {
    const [first, ...others] = ofTitle.filter(isBare)
    for (const other of others) bare.join(first as number, other)
  }
  for (const ofTitle of titles) {
    const [first] = ofTitle.filter(isBare)
    if (first === undefined) continue
    const found = around.get(bare.find(first)) ?? new Set()
    for (const unit of ofTitle) if (!isBare(unit)) found.add(groups.find(unit))
    around.set(bare.find(first), found)
  }
  for (const [first, members] of bare.sets()) {
    for (const member of members) groups.join(first, member)
  }
  for (const [first, found] of around) {
    const [only, another] = found
    if (only !== undefined && another === undefined) groups.join(only, first)
  }
  return groups
}
