import { arxivIdOf } from '../papers/arxiv.ts'
import { arxivIdOfDoi, doiOf } from '../papers/doi.ts'
import { WebUrl } from '../papers/paper.ts'
import { codeLinks } from './codeLinks.ts'
import { isPaperPage } from './paperPages.ts'

/** The ids and pages that the identifiers of one paper name. */
export interface Identified {
  arxivId: string | undefined
  dois: string[]
  /** Pages of the paper elsewhere. */
  paperUrls: string[]
  /** Repositories, where an address of the paper is one. */
  codeUrls: string[]
}

/** The arXiv id in an id, an address or a DOI that names one, whatever the spelling. */
export function arxivIdIn(text: string): string | undefined {
  // Zotero: `arXiv:2510.10001 [cs]`.
  const bare = text
    .trim()
    .replace(/^oai:/i, '')
    .replace(/ ?\[[\w.-]{1,20}\]$/, '')
  const doi = doiOf(bare)
  const id = doi === undefined ? undefined : arxivIdOfDoi(doi)
  return arxivIdOf(id ?? bare)
}

/** A number is what some tools make of `2510.10010`: its last zeros are gone. */
export const idText = (value: string | number): string => {
  if (typeof value === 'string') return value
  const [before = '', behind = ''] = String(value).split('.')
  if (before.length !== 4 && before.length !== 3) return String(value)
  const month = before.padStart(4, '0')
  return `${month}.${behind.padEnd(Number(month) >= 1501 ? 5 : 4, '0')}`
}

/** Addresses that name a paper of the arXiv, or a DOI. */
const NAMES_PAPER = /\barxiv\.org\/(?:abs|pdf|html)\//i
const NAMES_DOI = /\bdoi\.org\/./i

/**
 * Why what a field of this name holds is none of what it should be; nothing where it is, or where the name promises neither id
 * nor address.
 */
export function identifierFault(field: string, text: string): string | undefined {
  if (text.trim() === '' || arxivIdIn(text) !== undefined || doiOf(text) !== undefined) return undefined
  const isAddress = WebUrl.safeParse(text.trim()).success
  if (isAddress) {
    if (NAMES_PAPER.test(text)) return 'not an arXiv id'
    return NAMES_DOI.test(text) ? 'not a DOI' : undefined
  }
  if (/ur[li]|link|href|pdf|html|page|^abs$/i.test(field)) return 'not an http or https address'
  if (/arxiv/i.test(field)) return 'not an arXiv id'
  return /doi/i.test(field) ? 'not a DOI' : undefined
}

/** Addresses of files: kept only where no page is known. */
const FILE = /\.pdf(?:[?#]|$)|\/pdf(?:[/?]|$)/i

/** Sorts out what ids and addresses name. A DOI of the arXiv is its id. Other texts are passed over. */
export function identified(texts: readonly string[]): Identified {
  let arxivId: string | undefined
  const dois = new Set<string>()
  const pages = new Set<string>()
  const codeUrls = new Set<string>()
  for (const text of texts) {
    const id = arxivIdIn(text)
    const doi = doiOf(text)
    if (id !== undefined) arxivId ??= id
    else if (doi !== undefined) dois.add(doi)
    else if (codeLinks(text).length > 0) for (const url of codeLinks(text)) codeUrls.add(url)
    else if (isPaperPage(text.trim())) pages.add(text.trim())
  }
  const known = [...pages].filter(url => !FILE.test(url))
  return {
    arxivId,
    dois: [...dois],
    paperUrls: known.length > 0 || arxivId !== undefined ? known : [...pages],
    codeUrls: [...codeUrls],
  }
}
