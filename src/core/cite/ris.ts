import type { CorpusPaper } from '../manifest.ts'
import { cslItem } from './csl.ts'
import { familyFirst } from './names.ts'

/** The format's own end of line. */
export const RIS_LINE_END = '\r\n'

/**
 * A paper as an RIS record. There is no type for preprints; `UNPB`, unpublished work, is what reference managers take for
 * one. Lines are as long as their text: continued ones are read with a space too many or not at all.
 */
export function risRecord(paper: CorpusPaper): string {
  const { id, title, author = [], issued, publisher, number, DOI, URL, abstract, note } = cslItem(paper)
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  const two = (part: number | undefined): string => String(part).padStart(2, '0')
  const tags: [string, string | number | undefined][] = [
    ['TY', 'UNPB'],
    ['ID', id],
    ['TI', title],
    ...author.map((name): [string, string] => ['AU', familyFirst(name)]),
    ['PY', year],
    // Year, month and day, as far as they are known; a year alone is told by `PY`.
    ['DA', month && [year, two(month), ...(day ? [two(day)] : [])].join('/')],
    ['PB', publisher],
    ['AN', number],
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
