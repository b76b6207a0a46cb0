import type { CorpusPaper } from '../papers/manifest.ts'
import { cslItem } from './csl.ts'
import { familyFirst } from './names.ts'

/** The format's own end of line. */
export const RIS_LINE_END = '\r\n'

/**
 * A paper as an RIS record. Papers published outside the arXiv are generic. There is no type for preprints; reference managers
 * take `UNPD`, unpublished work, for one (Zotero does not know `UNPB`). Archive fields name the arXiv and the id, and so does
 * `M1`, which Zotero stores as its “extra” and reads ids from. Lines are not wrapped: readers add a space to continued lines, or
 * drop them.
 */
export function risRecord(paper: CorpusPaper): string {
  const { id, title, author = [], issued, publisher, number, DOI, URL, abstract, note } = cslItem(paper)
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  const two = (part: number | undefined): string => String(part).padStart(2, '0')
  const tags: [string, string | number | undefined][] = [
    ['TY', number === undefined && DOI !== undefined ? 'GEN' : 'UNPD'],
    ['ID', id],
    ['TI', title],
    ...author.map((name): [string, string] => ['AU', familyFirst(name)]),
    ['PY', year],
    // Year, month and day, as far as they are known; a year alone is told by `PY`.
    ['DA', month && [year, two(month), ...(day ? [two(day)] : [])].join('/')],
    ['PB', publisher],
    ['DB', publisher],
    ['AN', number],
    ['M1', number],
    ['DO', DOI],
    ['UR', URL],
    ['N1', note],
    ['AB', abstract],
    ['ER', ''],
  ]
  return tags
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}${RIS_LINE_END}`)
    .join('')
}
