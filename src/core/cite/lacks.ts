import type { CorpusPaper } from '../papers/manifest.ts'
import { andOthers } from '../papers/otherAuthors.ts'
import { citedText } from './citedText.ts'

/**
 * The date of publication, a day, a month or a year, unless its year was worked out: in a citation that would pass for a
 * fact.
 */
export const citedDay = (paper: CorpusPaper): string | undefined =>
  paper.publishedYearInferred ? undefined : paper.publishedAt

/** The authors whose names are known. */
export const citedAuthors = ({ authors = [] }: CorpusPaper): string[] =>
  authors.map(citedText).filter(name => name !== '')

/** An organisation or a number goes into the note: nobody's name is made of it. */
function lackOfAuthors({ organization, authorCount }: CorpusPaper): string {
  if (organization) return `authors (listed under ${citedText(organization.name)})`
  if (authorCount === undefined) return 'authors'
  return authorCount === 1 ? 'the name of its author' : `the names of its ${authorCount} authors`
}

const lackOfDate = ({ publishedAt }: CorpusPaper): string =>
  publishedAt === undefined ? 'a date' : `a certain date (the year of ${publishedAt} is inferred)`

/**
 * `Incomplete record: without the names of its 9 authors and a date`: what a citation of the paper has to do without, since
 * nothing is made up. Nothing where nothing is missing.
 */
export function incompleteness(paper: CorpusPaper): string | undefined {
  const lacks: string[] = []
  if (citedAuthors(paper).length === 0) lacks.push(lackOfAuthors(paper))
  else if (andOthers(paper)) lacks.push('some of its authors')
  if (citedDay(paper) === undefined) lacks.push(lackOfDate(paper))
  return lacks.length === 0 ? undefined : `Incomplete record: without ${lacks.join(' and ')}`
}
