import type { CorpusPaper } from '../papers/manifest.ts'
import { andOthers } from '../papers/otherAuthors.ts'
import { cslItem } from './csl.ts'
import type { CslName } from './names.ts'

/** `Jean-Luc A.` → `J.-L. A.` */
const initials = (given: string): string =>
  given
    .split(/\s+|(?<=\.)(?=[^-])/)
    .filter(word => word !== '')
    .map(word =>
      word
        .split('-')
        .map(part => `${String.fromCodePoint(part.codePointAt(0) ?? 0x2e)}.`)
        .join('-'),
    )
    .join(' ')

/** Scripts without capitals have no initials: names in them stay as they are. */
const hasInitials = (name: string): boolean => /^\p{Lu}/u.test(name)

function apaName(name: CslName): string {
  if (name.literal !== undefined) return name.literal
  const { family, given = '', suffix, 'non-dropping-particle': particle } = name
  if (!hasInitials(given)) return [given, particle, family, suffix].filter(Boolean).join(' ')
  const whole = particle === undefined ? family : `${particle} ${family}`
  return [whole, initials(given), suffix].filter(Boolean).join(', ')
}

/** Of more authors than this the last is named behind the first 19. */
const MAX_AUTHORS = 20

function apaNames(names: readonly string[], hasOthers: boolean): string {
  if (hasOthers) return [...names.slice(0, MAX_AUTHORS - 1), 'et al.'].join(', ')
  const last = names.at(-1) ?? ''
  if (names.length > MAX_AUTHORS) return `${names.slice(0, MAX_AUTHORS - 1).join(', ')}, … ${last}`
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`
}

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

/**
 * A paper as a line of a list of references by the American Psychological Association's 7th edition, plain text. Without
 * authors it begins with the title. Titles keep their capitals.
 */
export function apaReference(paper: CorpusPaper): string {
  const { title, author = [], issued, publisher, number, DOI, URL, note } = cslItem(paper)
  const date = `(${issued?.['date-parts'][0][0] ?? 'n.d.'}).`
  const work = number === undefined ? ended(title) : `${title} (${number}).`
  return [
    ...(author.length > 0
      ? [ended(apaNames(author.map(apaName), andOthers(paper) !== '')), date, work]
      : [work, date]),
    publisher && `${publisher}.`,
    DOI === undefined ? URL : `https://doi.org/${DOI}`,
    note && `[${note}]`,
  ]
    .filter(part => part !== undefined)
    .join(' ')
}
