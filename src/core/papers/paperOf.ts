import { displayText } from '../tex/display.ts'
import { slug } from '../text/text.ts'
import type { Paper, PaperRecord } from './paper.ts'

/** The id of a paper without an arXiv id: the slug of its title as pages show it, without commands of TeX. */
export const titleId = (title: string): string => slug(displayText(title))

/**
 * The paper that one record makes: its id is the arXiv id, else the slug of its title.
 *
 * @param known ids it has elsewhere: they go on leading to it
 */
export function paperOf(record: PaperRecord, known: readonly string[] = []): Paper {
  const id = record.arxivId ?? titleId(record.title)
  return { id, aliases: known.filter(other => other !== id), ...record }
}
