import type { CorpusPaper } from '../papers/manifest.ts'
import { andOthers } from '../papers/otherAuthors.ts'
import { monthName } from '../text/dates.ts'
import { fold } from '../text/text.ts'
import { cslItem } from './csl.ts'
import { latexName, latexText } from './latex.ts'
import { latexPreamble } from './latexPreamble.ts'
import { type CslName, familyFirst } from './names.ts'

/** Part of a person's name: commas and the word “and” would part it. */
const texOfPart = (part: string): string => latexName(part).replace(/,|(?<![^\s])and(?![^\s])/gi, '{$&}')

/** A family name that begins with a small letter is no particle: braces say so. */
const bibtexName = (name: CslName): string => {
  if (name.literal !== undefined) return `{${latexName(name.literal)}}`
  const isSmall = name['non-dropping-particle'] === undefined && /^['’]?\p{Ll}.* /u.test(name.family)
  return familyFirst(name, part =>
    isSmall && part === name.family ? `{${texOfPart(part)}}` : texOfPart(part),
  )
}

/**
 * Braces of its own keep the capitals of a title. BibTeX would change those behind a command with which they begin (“special
 * characters”), unless something stands before it.
 */
const protectedTitle = (tex: string): string => `{{${tex.startsWith('\\') ? '{}' : ''}${tex}}}`

/** Styles cut the key after some bytes to make a label of it. */
const sortKey = (title: string): string =>
  fold(title)
    .replace(/[^a-z\d]+/g, ' ')
    .trim()

/**
 * A paper as a BibTeX entry in the shape known from arXiv: `@misc` with `eprint` and `archivePrefix`, and biblatex' `eprinttype`,
 * by which Zotero knows the id. The title is the TeX that a source gave. `key` is what BibTeX sorts by where there is no author.
 * `primaryClass` only where a single category is known: of several, it is not known which. Before the entry stands what
 * pdfLaTeX needs to set it.
 */
export function bibtexEntry(paper: CorpusPaper): string {
  const { arxivId, categories, titleTex } = paper
  const { id, title, author, issued, DOI, URL, note } = cslItem(paper)
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  const braced = (value: string | number | undefined) => value !== undefined && `{${value}}`
  const fields = [
    ['title', protectedTitle(titleTex ?? latexText(title))],
    ['author', braced(author && author.map(bibtexName).join(' and ') + andOthers(paper))],
    ['key', author === undefined && braced(sortKey(title) || id)],
    ['year', braced(year)],
    ['month', month !== undefined && monthName(month).slice(0, 3).toLowerCase()],
    ['day', braced(day)],
    ['eprint', braced(arxivId)],
    ['archivePrefix', arxivId !== undefined && '{arXiv}'],
    ['eprinttype', arxivId !== undefined && '{arxiv}'],
    [
      'primaryClass',
      arxivId !== undefined && categories.length === 1 && braced(latexName(categories[0] ?? '')),
    ],
    ['doi', braced(DOI?.replace(/[{}\\]/g, encodeURIComponent))],
    ['url', braced(URL)],
    ['note', note !== undefined && braced(latexText(note))],
  ] as const
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`)
  const entry = `@misc{${id},\n${lines.join(',\n')}\n}\n`
  return latexPreamble(entry) + entry
}
