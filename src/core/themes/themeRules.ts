import type { Theme } from '../papers/theme.ts'
import type { Query } from '../query/ast.ts'
import { MatchablePaper, matches } from '../query/match.ts'
import { parse, RULE } from '../query/parse.ts'

/** The rule of a theme, parsed. */
export interface ThemeRule {
  id: string
  rule: Query
}

/** A paper that says nothing. */
const BLANK = new MatchablePaper({
  id: '',
  aliases: [],
  title: '',
  listedOn: [],
  codeUrls: [],
  projectUrls: [],
  categories: [],
  themes: [],
})

const asksForThemes = (query: Query): boolean => {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.members.some(asksForThemes)
    case 'not':
      return asksForThemes(query.member)
    case 'filter':
      return query.field === 'theme'
    default:
      return false
  }
}

function flawOfRule(text: string): string | undefined {
  const { query, problems } = parse(text, RULE)
  if (problems[0]) return problems[0].message
  // Themes are what rules decide: none can be asked before all are known.
  if (asksForThemes(query))
    return 'It asks for a theme, “theme:”, and rules can only ask for what papers say.'
  if (matches(query, BLANK)) return 'It asks for nothing: a paper without a word matches it.'
  return undefined
}

function flawOfParent(theme: Theme, byId: ReadonlyMap<string, Theme>): string | undefined {
  const seen = new Set([theme.id])
  for (let at = theme; at.parent !== undefined; ) {
    const parent = byId.get(at.parent)
    if (!parent) return `There is no theme “${at.parent}” that it could be a part of.`
    if (parent.group !== at.group) return `It is a part of “${parent.id}”, which is in another group.`
    if (seen.has(parent.id)) return `It is a part of itself, by way of “${at.id}”.`
    seen.add(parent.id)
    at = parent
  }
  return undefined
}

/** Flaws of themes, in sentences that name the theme. */
export function flawsOf(themes: readonly Theme[]): string[] {
  const byId = new Map(themes.map(theme => [theme.id, theme]))
  return themes.flatMap((theme, at) => {
    if (themes.findIndex(({ id }) => id === theme.id) < at) return [`There are two themes “${theme.id}”.`]
    const [rule, parent] = [flawOfRule(theme.query), flawOfParent(theme, byId)]
    return [
      ...(rule === undefined ? [] : [`The rule of theme “${theme.id}”: ${rule}`]),
      ...(parent === undefined ? [] : [`Theme “${theme.id}”: ${parent}`]),
    ]
  })
}

/** The rules of themes without flaws. */
export const rulesOf = (themes: readonly Theme[]): ThemeRule[] =>
  themes.map(({ id, query }) => ({ id, rule: parse(query, RULE).query }))
