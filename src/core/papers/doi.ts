import { isArxivId } from './arxiv.ts'

/** A DOI without its resolver, in lower case: DOIs do not tell upper from lower case (DOI Handbook, 3.4). */
export const DOI = /^10\.\d{4,9}\/[^\s\p{C}"<>A-Z]{1,200}$/u

/** A DOI as people write it: bare, behind `doi:`, or an address of doi.org. */
const WRITTEN = /(?:doi:\s*|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)/iy

function writtenAt(text: string, start: number): RegExpExecArray | null {
  WRITTEN.lastIndex = start
  return WRITTEN.exec(text)
}

/** Punctuation that belongs to the sentence around a DOI. A closing bracket stays where one is open within the DOI. */
function withoutSentence(text: string): string {
  let doi = text
  for (;;) {
    const last = doi.at(-1) ?? ''
    const closes = last === ')' && doi.split('(').length <= doi.split(')').length - 1
    if (!/[.,;:!?'"”’\]}>]/.test(last) && !closes) return doi
    doi = doi.slice(0, -1)
  }
}

function unescaped(text: string): string {
  try {
    return /%[\dA-F]{2}/i.test(text) ? decodeURIComponent(text) : text
  } catch {
    return text
  }
}

/**
 * The DOI that a text names and says nothing else: bare, with `doi:` before it, or as an address of doi.org. Lower case,
 * without the punctuation behind it; nothing where it is none.
 */
export function doiOf(text: string): string | undefined {
  const bare = text.trim()
  const [whole, written] = writtenAt(bare, 0) ?? []
  if (whole !== bare || written === undefined) return undefined
  const doi = withoutSentence(unescaped(written)).toLowerCase()
  return DOI.test(doi) ? doi : undefined
}

/** The DOI that is written at a place of a query, which may have brackets within, and the end of it without punctuation. */
export function doiAt(text: string, start: number): { doi: string; end: number } | undefined {
  const written = writtenAt(text, start)?.[0].split(/["|]/, 1)[0]
  const doi = written && doiOf(written)
  if (!written || !doi) return undefined
  const at = written.toLowerCase().lastIndexOf(doi)
  // With percent signs resolved it is not found: then no punctuation follows.
  return { doi, end: start + (at < 0 ? written.length : at + doi.length) }
}

export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`

/** The arXiv id, without its version, in a DOI of the arXiv's own: `10.48550/arXiv.2512.05564`. */
export function arxivIdOfDoi(doi: string): string | undefined {
  const id = /^10\.48550\/arxiv\.(.+)$/i
    .exec(doi)?.[1]
    ?.replace(/\.pdf$/i, '')
    .replace(/v\d{1,3}$/i, '')
  return id !== undefined && isArxivId(id) ? id : undefined
}

/**
 * The DOIs that a publisher gave. The arXiv's own say no more than the arXiv id; they stand beside those of the published
 * version and conflict with none.
 */
export const publishersDois = ({ dois = [] }: { dois?: readonly string[] }): string[] =>
  dois.filter(doi => arxivIdOfDoi(doi) === undefined)
