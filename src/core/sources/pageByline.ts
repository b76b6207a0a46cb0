import type { PaperRecord } from '../papers/paper.ts'
import { monthAbbreviations } from '../text/dates.ts'
import type { Problem } from '../text/problem.ts'
import { collapseSpace } from '../text/text.ts'
import type { BylineBlock, Line } from './pageLine.ts'

/** A date as the site writes it. The year is left out where it is the year of viewing. */
export interface PageDate {
  month: number
  day: number
  year?: number
  line: number
}

/** The facts of a byline. */
export interface PageByline {
  authorCount?: number
  organization?: PaperRecord['organization']
  date?: PageDate
  comments?: number
}

const MONTHS = monthAbbreviations()
const AUTHORS = /^(?:[•*-] ?)*(\d{1,5}) authors?$/i
const SLUG_AND_NAME = /^(?=\S*\w)[\w.-]+(?: \S+)*$/
/** Month, day, year, comments. */
const DATE = new RegExp(`^(${MONTHS.join('|')}) (\\d{1,2})(?:, (\\d{4}))?(?: (\\d{1,6}))?$`)

export const isAuthorCount = (line: string): boolean => AUTHORS.test(line)

export const isDate = (line: string): boolean => DATE.test(collapseSpace(line))

/** Whether a line that stands alone can be an organisation's slug and name. */
export const isOrganization = (line: string): boolean =>
  line.includes(' ') && SLUG_AND_NAME.test(collapseSpace(line))

/** A number of votes or comments: a dash for none. A rounded number is not known. */
export function shownCount({ text }: Pick<Line, 'text'>): number | undefined {
  if (/^\D$/.test(text)) return 0
  return text.endsWith('k') ? undefined : Number(text.replaceAll(',', ''))
}

const unreadable = ({ text, line }: Line, what: string): Problem => ({
  where: `line ${line}`,
  message: `${what} expected, found “${text.slice(0, 80)}”`,
  dropped: true,
})

/** A count of authors, else an organisation: the first word is its slug, the rest its name, even where both are equal. */
function readWho(who: Line, byline: PageByline, problems: Problem[]): void {
  const count = Number(AUTHORS.exec(who.text)?.[1])
  const text = collapseSpace(who.text)
  if (count > 0) byline.authorCount = count
  else if (Number.isNaN(count) && SLUG_AND_NAME.test(text)) {
    const [slug = '', ...name] = text.split(' ')
    byline.organization = name.length === 0 ? { name: slug } : { slug, name: name.join(' ') }
  } else problems.push(unreadable(who, 'a number of authors or an organisation'))
}

function readWhen(when: Line, byline: PageByline, problems: Problem[]): void {
  const [found, month = '', day, year, comments] = DATE.exec(collapseSpace(when.text)) ?? []
  if (found === undefined) {
    problems.push(unreadable(when, 'a date such as “Oct 11” or “Oct 11, 2024”'))
    return
  }
  byline.date = { month: MONTHS.indexOf(month) + 1, day: Number(day), line: when.line }
  if (year !== undefined) byline.date.year = Number(year)
  // The site writes the number of comments behind the date, and nothing where there are none.
  byline.comments = Number(comments ?? 0)
}

function readComments(line: Line, byline: PageByline, problems: Problem[]): void {
  const comments = shownCount(line)
  if (byline.comments) problems.push(unreadable(line, 'only one number of comments'))
  else if (comments !== undefined) byline.comments = comments
  else {
    delete byline.comments
    problems.push(unreadable(line, 'a number of comments that is not rounded'))
  }
}

/** Reads what stands under an abstract. Unreadable parts are left out and reported; the rest stays. */
export function readByline(block: BylineBlock): { byline: PageByline; problems: Problem[] } {
  const byline: PageByline = {}
  const problems: Problem[] = []
  if (block.who) readWho(block.who, byline, problems)
  if (block.when) readWhen(block.when, byline, problems)
  else problems.push({ where: `line ${block.line}`, message: 'a byline without a date', dropped: false })
  if (block.comments) readComments(block.comments, byline, problems)
  return { byline, problems }
}
