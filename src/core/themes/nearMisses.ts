import type { Query } from '../query/ast.ts'
import { conjunction } from '../query/combine.ts'
import { describeQuery, type NameOf } from '../query/describe.ts'
import { format } from '../query/format.ts'
import { parse } from '../query/parse.ts'
import { isText } from '../search/clauses.ts'
import { analyze } from '../text/analyze.ts'
import { formatNumber } from '../text/numbers.ts'
import { isStopWord } from '../text/stopwords.ts'

/**
 * A rule with one condition given up, as far as that can find further papers: of alternatives only the one that is
 * changed.
 *
 * - `excluded`: an exclusion is lifted
 * - `elsewhere`: a text may stand anywhere, not only in the title or abstract
 * - `apart`: the words of a phrase may stand apart
 * - `only`: one of several conditions is dropped; the others are left
 */
interface Relaxation {
  how: 'excluded' | 'elsewhere' | 'apart' | 'only'
  /** The condition given up; for `only`, the remaining one. */
  condition: Query
  query: Query
}

/** Papers that a relaxation adds to those of a theme. */
export interface NearMiss {
  how: Relaxation['how']
  condition: Query
  count: number
  /** A search that finds these papers. */
  q: string
}

/** Every way to give up one condition of a rule. A rule that cannot be relaxed so has none. */
function relaxationsOf(rule: Query): Relaxation[] {
  switch (rule.type) {
    case 'or':
      return rule.members.flatMap(relaxationsOf)
    case 'and':
      return rule.members.flatMap((member, at) => {
        const others = rule.members.toSpliced(at, 1)
        const relaxed = relaxationsOf(member).map(relaxation => ({
          ...relaxation,
          query: conjunction(rule.members.with(at, relaxation.query)),
        }))
        return [...relaxed, ...without(member, others)]
      })
    case 'word':
    case 'phrase':
      return [...elsewhere(rule), ...apart(rule)]
    case 'all':
    case 'not':
    case 'filter':
      return []
    default:
      return rule satisfies never
  }
}

/** Where only exclusions and filters are left, papers have nothing of what the rule looks for. */
function without(member: Query, others: Query[]): Relaxation[] {
  const query = conjunction(others)
  if (member.type === 'not') return [{ how: 'excluded', condition: member.member, query }]
  return others.some(({ type }) => type !== 'not' && type !== 'filter')
    ? [{ how: 'only', condition: query, query }]
    : []
}

type TextQuery = Query & { type: 'word' | 'phrase' }

function elsewhere(text: TextQuery): Relaxation[] {
  if (text.field !== 'title' && text.field !== 'abstract') return []
  return [{ how: 'elsewhere', condition: text, query: { type: text.type, text: text.text } }]
}

/** Common words stand everywhere: they tell nothing where the others stand apart. */
function apart({ field, ...text }: TextQuery): Relaxation[] {
  const words = new Set(analyze(text.text).words.map(({ term }) => term))
  const contentWords = [...words].filter(term => !isStopWord(term))
  if (contentWords.length < 2) return []
  const members = contentWords.map((term): Query => ({ type: 'phrase', text: term, ...(field && { field }) }))
  return [{ how: 'apart', condition: text, query: { type: 'and', members } }]
}

/** A search finds words of its topmost level in other spellings, too, and phrases as they are written. */
function binding(query: Query): Query {
  if (query.type === 'and' || query.type === 'or') return { ...query, members: query.members.map(binding) }
  return isText(query) ? { ...query, type: 'phrase' } : query
}

/** The search for the papers that a relaxation adds to a theme; nothing where it would be too long to be typed. */
function searchForAdded({ query }: Relaxation, theme: string): string | undefined {
  const outside: Query = {
    type: 'not',
    member: { type: 'filter', field: 'theme', condition: { kind: 'set', values: [theme] } },
  }
  const q = format(conjunction([binding(query), outside]))
  return parse(q).problems.length === 0 ? q : undefined
}

/** The limit of a small theme: this number of papers may be near. */
const MIN_LIMIT = 3
/** The part of a theme's papers that a near miss may have. */
const SHARE = 0.1

const MAX_NEAR_MISSES = 5

/**
 * The relaxations of a rule that say something: those that add few papers beside those of the theme. A condition that
 * keeps many out does what it is there for.
 *
 * @param members the number of the theme's papers
 * @param count how many papers a relaxation adds
 * @returns at most 5, those with the most papers first
 */
export function nearMisses(
  rule: Query,
  theme: string,
  members: number,
  count: (query: Query) => number,
): NearMiss[] {
  const most = Math.max(MIN_LIMIT, Math.floor(members * SHARE))
  const seen = new Set<string>()
  const near = relaxationsOf(rule).flatMap((relaxation): NearMiss[] => {
    const q = searchForAdded(relaxation, theme)
    if (q === undefined || seen.has(q)) return []
    seen.add(q)
    const added = count(relaxation.query)
    const { how, condition } = relaxation
    return added > 0 && added <= most ? [{ how, condition, count: added, q }] : []
  })
  return near.sort((a, b) => b.count - a.count).slice(0, MAX_NEAR_MISSES)
}

/** A near miss for people, without a full stop: `3 papers mention only “reward hacking”`. */
export function describeNearMiss({ how, condition, count }: NearMiss, nameOf?: NameOf): string {
  const isOne = count === 1
  const papers = `${formatNumber(count)} ${isOne ? 'paper' : 'papers'}`
  switch (how) {
    case 'excluded':
      return `${papers} ${isOne ? 'is' : 'are'} left out only for ${describeQuery(condition, nameOf)}`
    case 'elsewhere': {
      const { field, ...text } = condition as TextQuery
      return `${papers} ${isOne ? 'has' : 'have'} ${describeQuery(text)}, but not in the ${field}`
    }
    case 'apart':
      return `${papers} ${isOne ? 'has' : 'have'} the words of ${describeQuery(condition, nameOf)}, but apart`
    case 'only':
      return `${papers} ${isOne ? 'mentions' : 'mention'} only ${describeQuery(condition, nameOf)}`
    default:
      return how satisfies never
  }
}
