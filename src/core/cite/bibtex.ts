import type { CorpusPaper } from '../manifest.ts'
import { cslItem } from './csl.ts'
import { type CslName, familyFirst } from './names.ts'

const COMMANDS: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  // BibTeX counts braces, with a backslash before them or not.
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
}

/** Signs that TeX reads as another one where two of them meet: `--`, ``` `` ```, `''`, ``?` ``. */
const LIGATURE = /(?<=-)-|(?<=')'|(?<=[`?!])`/g

/** Text that means to TeX what it says. Letters beyond ASCII stay as they are: files are UTF-8. */
const tex = (text: string): string =>
  text
    .replace(/[\\~^<>|{}%&#_$]/g, sign => COMMANDS[sign] ?? `\\${sign}`)
    .replace(LIGATURE, sign => `{}${sign}`)

/** Part of a person's name: commas and the word “and” would part it. */
const texOfPart = (part: string): string => tex(part).replace(/,|(?<![^\s])and(?![^\s])/gi, '{$&}')

const bibtexName = (name: CslName): string =>
  name.literal === undefined ? familyFirst(name, texOfPart) : `{${tex(name.literal)}}`

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A paper as a BibTeX entry in the shape known from arXiv: `@misc` with `eprint` and `archivePrefix`. The title keeps its
 * capitals by braces of its own. `primaryClass` only where a single category is known: of several, it is not known which.
 */
export function bibtexEntry(paper: CorpusPaper): string {
  const { arxivId, categories } = paper
  const { id, title, author, issued, DOI, URL, note } = cslItem(paper)
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  const braced = (value: string | number | undefined) => value !== undefined && `{${value}}`
  const fields = [
    ['title', `{{${tex(title)}}}`],
    ['author', braced(author?.map(bibtexName).join(' and '))],
    ['year', braced(year)],
    ['month', month !== undefined && MONTHS[month - 1]],
    ['day', braced(day)],
    ['eprint', braced(arxivId)],
    ['archivePrefix', arxivId !== undefined && '{arXiv}'],
    ['primaryClass', arxivId !== undefined && categories.length === 1 && braced(tex(categories[0] ?? ''))],
    ['doi', braced(DOI)],
    ['url', braced(URL)],
    ['note', note !== undefined && braced(tex(note))],
  ] as const
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`)
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`
}
