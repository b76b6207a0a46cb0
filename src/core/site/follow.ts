import type { Theme } from '../papers/theme.ts'
import type { Query } from '../query/ast.ts'
import { format } from '../query/format.ts'
import { parse, RULE } from '../query/parse.ts'
import { fold } from '../text/text.ts'
import { flawsOf } from '../themes/themeRules.ts'
import { FEED_OF_ALL, feedOfTheme } from './feeds.ts'

/** How the papers that a query finds are followed. */
export type Follow =
  | {
      by: 'feed'
      feed: string
      /** Absent: all papers. */
      theme?: Theme
    }
  | {
      by: 'new theme'
      /** Entry of the themes file that makes it a theme. */
      entry: Theme
      /** Why it could not be one, in a sentence. */
      flaw?: string
    }

const MAX_ID = 40

/** An id made of the query that no theme has. */
function freeId(q: string, themes: readonly Theme[]): string {
  const words = fold(q).replace(/[^a-z0-9]+/g, '-')
  const id = words.replace(/^-/, '').slice(0, MAX_ID).replace(/-$/, '') || 'a-search'
  const isTaken = (other: string): boolean => themes.some(theme => theme.id === other)
  if (!isTaken(id)) return id
  let number = 2
  while (isTaken(`${id}-${number}`)) number++
  return `${id}-${number}`
}

/** A query with rules instead of `theme:`, which rules cannot contain. */
function withRules(query: Query, themes: readonly Theme[]): Query {
  switch (query.type) {
    case 'and':
    case 'or':
      return { ...query, members: query.members.map(member => withRules(member, themes)) }
    case 'not':
      return { ...query, member: withRules(query.member, themes) }
    case 'filter': {
      if (query.field !== 'theme' || query.condition.kind !== 'set') return query
      const rules = query.condition.values.map(id => themes.find(theme => theme.id === id)?.query)
      const known = rules.filter(rule => rule !== undefined).map(rule => parse(rule, RULE).query)
      if (known.length < rules.length) return query
      return known.length === 1 ? (known[0] as Query) : { type: 'or', members: known }
    }
    default:
      return query
  }
}

/** The canonical spelling of a rule. */
const canonical = (rule: string): string => format(parse(rule, RULE).query)

/** Days go by: who follows one wants those that come after it. */
const isAboutDays = (query: Query): boolean =>
  query.type === 'filter' && (query.field === 'listed' || query.field === 'last')

/**
 * A query that is exactly a theme, or its rule, has the feed of the theme; one that asks for nothing, or for the papers of
 * some days, the feed of all papers. Any other can become a theme: what is not understood of it is left out.
 */
export function followOf(q: string, themes: readonly Theme[]): Follow {
  const { query } = parse(q)
  if (query.type === 'all' || isAboutDays(query)) return { by: 'feed', feed: FEED_OF_ALL }
  // Inner parentheses that the rules bring along are read once more: alternatives of alternatives are one.
  const rule = canonical(format(withRules(query, themes)))
  const theme = themes.find(theme => canonical(theme.query) === rule)
  if (theme) return { by: 'feed', feed: feedOfTheme(theme.id), theme }
  const label = format(query)
  const entry: Theme = {
    id: freeId(label, themes),
    label,
    group: 'Searches',
    about: `The papers that match ${label}.`,
    query: rule,
  }
  const [flaw] = flawsOf([entry])
  return { by: 'new theme', entry, ...(flaw !== undefined && { flaw }) }
}
