import { addTo } from './disjointSets.ts'
import { publishersDois } from './doi.ts'
import { titleKeys } from './idClaims.ts'
import type { Paper } from './paper.ts'
import { canBeOneName, type NameParts, namesOf, sameAuthors, wholeParts } from './sameAuthor.ts'

/** Records that are one paper by their ids. */
export interface TitleUnit {
  titles: string[]
  arxivId: string | undefined
  dois: ReadonlySet<string>
  /** Each list of authors that a record has. */
  lists: NameParts[][]
}

/** Two ids of one kind that cannot be one paper's, unless something else says so. */
const differByArxivId = (a: TitleUnit, b: TitleUnit): boolean =>
  a.arxivId !== undefined && b.arxivId !== undefined && a.arxivId !== b.arxivId
const differByDoi = (a: TitleUnit, b: TitleUnit): boolean =>
  a.dois.size > 0 && b.dois.size > 0 && ![...a.dois].some(doi => b.dois.has(doi))
/** A preprint and its published version have a DOI each, and the same authors. */
const haveSameAuthors = (a: TitleUnit, b: TitleUnit): boolean =>
  a.lists.some(list => b.lists.some(other => sameAuthors(list, other)))
export const areApart = (a: TitleUnit, b: TitleUnit): boolean =>
  differByArxivId(a, b) || (differByDoi(a, b) && !haveSameAuthors(a, b))

export function unitOf(papers: readonly Paper[]): TitleUnit {
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
export function areConsistent(units: readonly TitleUnit[]): boolean {
  const withId = units.filter(({ arxivId }) => arxivId !== undefined)
  const withDoi = units.filter(({ dois }) => dois.size > 0)
  return [withId, withDoi].every(([first, ...others]) =>
    others.every(unit => !first || !areApart(first, unit)),
  )
}

/** Calls `meet` for each pair of units of one title that share an author. */
export function forEachMeeting(
  units: readonly TitleUnit[],
  members: readonly number[],
  meet: (a: number, b: number) => void,
): void {
  const byPart = new Map<string, { unit: number; name: NameParts }[]>()
  for (const unit of members) {
    const names = (units[unit] as TitleUnit).lists.flat()
    for (const name of names) {
      for (const part of wholeParts(name)) {
        for (const other of byPart.get(part) ?? [])
          if (other.unit !== unit && canBeOneName(name, other.name)) meet(other.unit, unit)
      }
    }
    for (const name of names) for (const part of wholeParts(name)) addTo(byPart, part, { unit, name })
  }
}
