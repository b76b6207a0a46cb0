import { isArxivId } from '../papers/arxiv.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import { fold } from '../text/text.ts'
import { citedAuthors, citedDay } from './lacks.ts'
import { cslName } from './names.ts'

/** Words of a title that say nothing about it and make no key. */
const FILLERS = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'to', 'for', 'and', 'with', 'its', 'is'])

const letters = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

function firstAuthor(paper: CorpusPaper): string {
  const [first] = citedAuthors(paper)
  if (first === undefined) return ''
  const name = cslName(first, paper.authorNames)
  return letters(name.literal ?? name.family)
}

/** An id as a part of a key. Whatever else keys are made of, two ids never give the same. */
function idInKey(id: string): string {
  if (isArxivId(id)) return id.toLowerCase().replace('/', '_')
  return id.replace(/[^a-z0-9-]/g, char => `_${char.charCodeAt(0).toString(16)}_`)
}

/**
 * The key of a paper in a bibliography: `bae2025mixtureofrecursions-2507.10524`, by its first author, the year and the
 * first telling word of the title, where it has an arXiv id; the id itself where that is made of the title. It hangs on
 * nothing but the paper, so that it is the same in every list, and no two papers of a corpus share one, in whatever case.
 */
export function citationKey(paper: CorpusPaper): string {
  const id = idInKey(paper.id)
  if (!isArxivId(paper.id)) return id
  const word = paper.title
    .split(/\s+/)
    .map(letters)
    .find(word => word !== '' && !FILLERS.has(word))
  const readable = `${firstAuthor(paper)}${citedDay(paper)?.slice(0, 4) ?? ''}${word ?? ''}`
  return readable === '' ? id : `${readable}-${id}`
}
