import { arxivUrl } from '../papers/arxiv.ts'
import { displayName, sortedName } from '../papers/displayName.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import { percentEncoded } from '../text/text.ts'
import { citedAuthors, citedDay } from './lacks.ts'

/** The element that holds the papers of a list for reference managers, and those in it, by which these know them. */
export const COINS = { id: 'listed', className: 'Z3988' } as const

/** An organisation stays whole, and a name that a source divided stays divided: readers part the others at their last space. */
function creator(author: string, known: CorpusPaper['authorNames']): [string, string] {
  const name = known?.find(each => displayName(each) === author)
  if (name === undefined) return ['rft.creator', author]
  if ('literal' in name) return ['rft.aucorp', author]
  return ['rft.creator', sortedName(name)]
}

/**
 * A paper as reference managers read it out of a list: the `title` of a `<span class="Z3988">` (COinS, an OpenURL context
 * object in key and value pairs, Z39.88-2004, with the terms of Dublin Core). Only what is known, authors by their names.
 */
export function coinsOf(paper: CorpusPaper): string {
  const { arxivId, title } = paper
  const day = citedDay(paper)
  const pairs: [string, string][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'preprint'],
    ['rft.title', title],
    ...citedAuthors(paper).map(name => creator(name, paper.authorNames)),
  ]
  if (day !== undefined) pairs.push(['rft.date', day])
  const doi = paper.dois?.[0] ?? (arxivId && `10.48550/arXiv.${arxivId}`)
  if (doi !== undefined) pairs.push(['rft_id', `info:doi/${doi}`])
  if (arxivId !== undefined) pairs.push(['rft_id', arxivUrl(arxivId)])
  return pairs.map(([key, value]) => `${key}=${percentEncoded(value)}`).join('&')
}
