import { arxivUrl } from './arxiv.ts'
import type { CorpusPaper } from './manifest.ts'
import { fold } from './text.ts'

const BIBTEX_SPECIALS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
}

/** Text as a BibTeX value: characters with a meaning to TeX escaped, all others left as they are (UTF-8). */
const escaped = (text: string): string =>
  text.replace(/[\\{}~^%&#_$]/g, character => BIBTEX_SPECIALS[character] ?? character)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Words of a title that say nothing about it and make no citation key. */
const FILLERS = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'to', 'for', 'and', 'with', 'its', 'is'])

const letters = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** First author's last name, year, first telling word of the title: `bae2025mixtureofrecursions`. */
export function citationKey(paper: CorpusPaper): string {
  const [first] = paper.authors ?? []
  const name = letters(first?.trim().split(/\s+/).at(-1) ?? '')
  const words = paper.title.split(/\s+/).map(letters)
  const word = words.find(word => word !== '' && !FILLERS.has(word)) ?? ''
  return `${name}${paper.publishedAt?.slice(0, 4) ?? ''}${word}` || letters(paper.id)
}

/** Whether the record lacks what a citation needs. Authors that are not known are never made up. */
export const isIncomplete = (paper: CorpusPaper): boolean =>
  !paper.authors?.length || paper.publishedAt === undefined

/**
 * A paper as a BibTeX entry, in the shape known from arXiv: `@misc` with `eprint` and `archivePrefix`. A record that
 * lacks authors or a date says so in a comment before the entry.
 */
export function bibtex(paper: CorpusPaper): string {
  const [year, month] = paper.publishedAt?.split('-') ?? []
  const fields: [string, string | undefined][] = [
    ['title', `{${escaped(paper.title)}}`],
    ['author', paper.authors?.length ? paper.authors.map(escaped).join(' and ') : undefined],
    ['organization', paper.organization && escaped(paper.organization.name)],
    ['year', year],
    ['eprint', paper.arxivId],
    ['archivePrefix', paper.arxivId && 'arXiv'],
    ['primaryClass', paper.arxivId && paper.categories[0]],
    ['url', paper.arxivId && arxivUrl(paper.arxivId)],
  ]
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}}`)
  if (month) lines.push(`  month = ${MONTHS[Number(month) - 1]}`)
  const missing = [!paper.authors?.length && 'authors', paper.publishedAt === undefined && 'date'].filter(
    Boolean,
  )
  const comment = isIncomplete(paper) ? `% Incomplete record: ${missing.join(' and ')} not known\n` : ''
  return `${comment}@misc{${citationKey(paper)},\n${lines.join(',\n')}\n}\n`
}
