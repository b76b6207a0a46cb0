import type { CorpusPaper } from '../papers/manifest.ts'
import { andOthers } from '../papers/otherAuthors.ts'
import { cslItem } from './csl.ts'
import { citedAuthors, citedDay } from './lacks.ts'

/**
 * Text escaped for Markdown, including GitHub's mathematics, mentions and bare addresses. Marks with a meaning at the beginning
 * of a line only may stay: titles never begin one.
 */
const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>&~$|@]|:(?=\/\/)|(?<=www)\./gi, sign => `\\${sign}`)

/** A paper as one line: title, linked where it is known to stand, authors, day, number. */
export function markdownLine(paper: CorpusPaper): string {
  const { title, URL, number, note } = cslItem(paper)
  const authors = citedAuthors(paper)
  // The full stop behind “et al” is that before the note, which says that authors are missing.
  const parts = [
    URL === undefined ? `*${plain(title)}*` : `[${plain(title)}](<${URL}>)`,
    authors.length > 0 ? plain(authors.join(', ')) + (andOthers(paper) && ' et al') : undefined,
    citedDay(paper),
    number,
    note && `_${plain(note)}_`,
  ]
  return parts.filter(part => part !== undefined).join('. ')
}
