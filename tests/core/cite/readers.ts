import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parse } from '@retorquere/bibtex-parser'
import { type Node, Parser } from 'commonmark'
import Papa from 'papaparse'

/** Reads what was written with other implementations than those that wrote it. */

export interface ReadEntry {
  key: string
  fields: Record<string, string>
  /** `van Krieken, Emile`, or the whole name of a group. */
  authors: string[]
}

/** The parser of Better BibTeX, which knows TeX. */
export function readBibtex(text: string): ReadEntry[] {
  const { entries, errors } = parse(text, { sentenceCase: false, caseProtection: false })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return entries.map(({ key, fields: { author = [], ...fields } }) => ({
    key,
    fields: fields as Record<string, string>,
    authors: author.map(({ name, prefix, lastName, suffix, firstName }) =>
      name === undefined
        ? [[prefix, lastName].filter(Boolean).join(' '), suffix, firstName].filter(Boolean).join(', ')
        : name,
    ),
  }))
}

/** citation-js: the tags of each record. */
export const readRis = (text: string) =>
  plugins.input.data(text, '@ris/file') as Record<string, string | string[]>[]

/** The rows of a table by the names of its columns, as they read in a spreadsheet: without the apostrophe of texts. */
export function readCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const shown = (cell: string): string => cell.replace(/^'(?='*[=+\-@＝＋－＠])/, '')
  return data.map(row => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, shown(cell)])))
}

const textOf = (node: Node): string => node.literal ?? childrenOf(node).map(textOf).join('')

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.next) children.push(child)
  return children
}

/**
 * Each line's title, where it leads, and of what the title is made. By the reference implementation of CommonMark.
 */
export const readMarkdown = (text: string) =>
  childrenOf(new Parser().parse(text)).map(line => {
    const title = line.firstChild as Node
    return {
      title: textOf(title),
      href: title.destination,
      madeOf: [...new Set(childrenOf(title).map(({ type }) => type))],
    }
  })
