import type { AuthorName } from '../papers/authorNames.ts'
import { displayName } from '../papers/displayName.ts'
import { citedText } from './citedText.ts'

/** An author's name by the parts that the Citation Style Language tells apart, or one that has none. */
export type CslName =
  | {
      family: string
      given?: string
      'non-dropping-particle'?: string
      suffix?: string
      literal?: never
    }
  | { literal: string }

/** Authors that are no person: teams, firms. `AI` in capitals only, since “Ai” is a family name. */
const GROUP =
  /\d|\bAI\b|\b(?:team|teams|group|groups|lab|labs|research|contributors|collaboration|consortium|project|community|institute|university|inc)\b/i
const PERSON_CALLED_AI = /\bAi\b/

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i

/**
 * A name as sources give it, given names first. The family name is the last word, with the words in small letters before it;
 * the name of a group, or a single word, stays whole. Nothing is lost: the parts in their order are the name.
 */
function guessedName(author: string): CslName {
  const name = citedText(author)
  const words = name.split(' ')
  const isGroup = GROUP.test(name.replace(PERSON_CALLED_AI, ''))
  if (words.length < 2 || isGroup) return { literal: name }
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) as string) ? words.pop() : undefined
  const last = words.length - 1
  const begins = words.findIndex((word, at) => at > 0 && at < last && /^\p{Ll}/u.test(word))
  const from = begins === -1 ? last : begins
  const to = words.findLastIndex((word, at) => at < last && at >= from && /^\p{Ll}/u.test(word)) + 1 || last
  const particle = words.slice(from, to).join(' ')
  return {
    family: words.slice(to).join(' '),
    given: words.slice(0, from).join(' '),
    ...(particle && { 'non-dropping-particle': particle }),
    ...(suffix && { suffix }),
  }
}

function knownName(name: AuthorName): CslName {
  if ('literal' in name) return { literal: citedText(name.literal) }
  const { family, given, particle, suffix } = name
  return {
    family: citedText(family),
    ...(given && { given: citedText(given) }),
    ...(particle && { 'non-dropping-particle': citedText(particle) }),
    ...(suffix && { suffix: citedText(suffix) }),
  }
}

/** An organisation that a source marked as such is none that another one divided by rule. */
const rank = (name: AuthorName): number => ('literal' in name ? 0 : 1)

/**
 * An author's name in parts: as a source divided it, else by a guess.
 *
 * @param known divisions of the names of the paper, each of which belongs to the author that is displayed so
 */
export function cslName(author: string, known: readonly AuthorName[] = []): CslName {
  const cited = citedText(author)
  const [division] = known
    .filter(name => citedText(displayName(name)) === cited)
    .sort((a, b) => rank(a) - rank(b))
  return division === undefined ? guessedName(author) : knownName(division)
}

/** The divisions of names that say more than a guess would. */
export const tellingNames = (authors: readonly string[], known: readonly AuthorName[]): AuthorName[] =>
  known.filter(name => {
    const author = displayName(name)
    return (
      authors.includes(author) && JSON.stringify(cslName(author)) !== JSON.stringify(cslName(author, [name]))
    )
  })

/** `van Krieken, Emile` or `Daumé, III, Hal`, as BibTeX reads names; a group's or a single word as it is. */
export function familyFirst(name: CslName, written: (part: string) => string = part => part): string {
  if (name.literal !== undefined) return written(name.literal)
  const { family, given, suffix, 'non-dropping-particle': particle } = name
  const whole = [particle, family].filter(part => part !== undefined).map(written)
  return [whole.join(' '), suffix, given && written(given)].filter(part => part !== undefined).join(', ')
}
