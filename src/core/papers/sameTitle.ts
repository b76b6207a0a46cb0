import { addTo, DisjointSets } from './disjointSets.ts'
import { titleKeys } from './idClaims.ts'
import type { Paper } from './paper.ts'
import { areApart, areConsistent, forEachMeeting, type TitleUnit, unitOf } from './titleUnits.ts'

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

/** The records of the titles that several of them have, on their way to groups of one paper each. */
interface Grouping {
  units: readonly TitleUnit[]
  /** Positions of the units of each title. */
  titles: readonly (readonly number[])[]
  /** The groups so far. */
  groups: DisjointSets
}

const hasId = ({ arxivId, dois }: TitleUnit): boolean => arxivId !== undefined || dois.size > 0
const hasAuthors = ({ lists }: TitleUnit): boolean => lists.length > 0
const isBare = (unit: TitleUnit): boolean => !hasAuthors(unit) && !hasId(unit)

/** The only member of a set; nothing where it has none or several. */
function onlyOf<T>(set: Iterable<T>): T | undefined {
  const [only, another] = set
  return another === undefined ? only : undefined
}

function addToSet<K, V>(sets: Map<K, Set<V>>, key: K, values: Iterable<V>): void {
  const all = sets.get(key) ?? new Set()
  for (const value of values) all.add(value)
  sets.set(key, all)
}

/** Joins all sets of the same numbers. */
function joinSets(groups: DisjointSets, sets: DisjointSets): void {
  for (const [first, members] of sets.sets()) for (const member of members) groups.join(first, member)
}

/** Joins the members of each set, where they can be one paper. */
function joinConsistent({ units, groups }: Grouping, sets: Iterable<readonly number[]>): void {
  for (const members of sets) {
    if (!areConsistent(members.map(member => units[member] as TitleUnit))) continue
    for (const member of members) groups.join(members[0] as number, member)
  }
}

/** Sets of the units of a kind that have a title in common. */
function joinedByTitle({ units, titles }: Grouping, isOfKind: (unit: number) => boolean): DisjointSets {
  const sets = new DisjointSets(units.length)
  for (const ofTitle of titles) {
    const [first, ...others] = ofTitle.filter(isOfKind)
    for (const other of others) sets.join(first as number, other)
  }
  return sets
}

/** Step 1: papers with authors and an id. */
function joinIdentified(grouping: Grouping): void {
  const { units, titles } = grouping
  const at = (unit: number): TitleUnit => units[unit] as TitleUnit
  const sets = new DisjointSets(units.length)
  for (const ofTitle of titles) {
    const identified = ofTitle.filter(unit => hasAuthors(at(unit)) && hasId(at(unit)))
    forEachMeeting(units, identified, (a, b) => {
      if (!areApart(at(a), at(b))) sets.join(a, b)
    })
  }
  joinConsistent(grouping, sets.sets().values())
}

/** Step 2: papers with authors and no id. */
function joinAuthored({ units, titles, groups }: Grouping): void {
  const isIdentified = (unit: number): boolean => hasId(units[unit] as TitleUnit)
  const clusters = new DisjointSets(units.length)
  const neighbours: [unit: number, identified: number][] = []
  for (const ofTitle of titles) {
    const authored = ofTitle.filter(unit => hasAuthors(units[unit] as TitleUnit))
    forEachMeeting(units, authored, (a, b) => {
      if (!isIdentified(a) && !isIdentified(b)) clusters.join(a, b)
      else if (!isIdentified(a) || !isIdentified(b)) neighbours.push(isIdentified(a) ? [b, a] : [a, b])
    })
  }
  const candidates = new Map<number, Set<number>>()
  for (const [unit, identified] of neighbours)
    addToSet(candidates, clusters.find(unit), [groups.find(identified)])
  joinSets(groups, clusters)
  for (const [cluster, found] of candidates) {
    const only = onlyOf(found)
    if (only !== undefined) groups.join(only, cluster)
  }
}

/** The groups with authors that have a title of each unit. */
function groupsByUnit({ units, titles, groups }: Grouping): Map<number, Set<number>> {
  const byUnit = new Map<number, Set<number>>()
  for (const ofTitle of titles) {
    const authored = ofTitle.filter(unit => hasAuthors(units[unit] as TitleUnit))
    const found = new Set(authored.map(unit => groups.find(unit)))
    for (const unit of ofTitle) addToSet(byUnit, unit, found)
  }
  return byUnit
}

/** Step 3: papers with an id and without authors. */
function joinAuthorless(grouping: Grouping): void {
  const { units, groups } = grouping
  const members = new Map<number, TitleUnit[]>()
  units.forEach((unit, at) => {
    if (hasAuthors(unit)) addTo(members, groups.find(at), unit)
  })
  const found = groupsByUnit(grouping)
  const joiners = new Map<number, number[]>()
  const unmatched = new Set<number>()
  units.forEach((unit, at) => {
    if (hasAuthors(unit) || !hasId(unit)) return
    const fitting = [...(found.get(at) ?? [])].filter(group =>
      members.get(group)?.every(member => !areApart(member, unit)),
    )
    const only = onlyOf(fitting)
    if (only !== undefined) addTo(joiners, only, at)
    else if (fitting.length === 0) unmatched.add(at)
  })
  const alone = joinedByTitle(grouping, unit => unmatched.has(unit))
  for (const [group, own] of joiners) {
    if (!areConsistent(own.map(unit => units[unit] as TitleUnit))) continue
    for (const unit of own) groups.join(group, unit)
  }
  joinConsistent(grouping, alone.sets().values())
}

/** Step 4: papers with neither. */
function joinBare(grouping: Grouping): void {
  const { units, titles, groups } = grouping
  const isOfKind = (unit: number): boolean => isBare(units[unit] as TitleUnit)
  const bare = joinedByTitle(grouping, isOfKind)
  const candidates = new Map<number, Set<number>>()
  for (const ofTitle of titles) {
    const first = ofTitle.find(isOfKind)
    if (first === undefined) continue
    const others = ofTitle.filter(unit => !isOfKind(unit)).map(unit => groups.find(unit))
    addToSet(candidates, bare.find(first), others)
  }
  joinSets(groups, bare)
  for (const [first, found] of candidates) {
    const only = onlyOf(found)
    if (only !== undefined) groups.join(only, first)
  }
}

function groupsOf(units: readonly TitleUnit[], titles: readonly (readonly number[])[]): DisjointSets {
  const grouping: Grouping = { units, titles, groups: new DisjointSets(units.length) }
  joinIdentified(grouping)
  joinAuthored(grouping)
  joinAuthorless(grouping)
  joinBare(grouping)
  return grouping.groups
}
