import type { Theme } from '#core/papers/theme.ts'
import { mean } from '../bench/statistics.ts'
import { type GoldFile, keywordsOfTheme } from './goldTable.ts'

/** A paper with its themes by the rules. */
export interface Themed {
  id: string
  title: string
  themes: readonly string[]
  /** Empty if no source gives any: such papers say nothing about a rule. */
  keywords: readonly string[]
}

/** How well a rule finds the papers that belong to a theme by their keywords. Shares of nothing are 0. */
export interface Quality {
  precision: number
  recall: number
  f1: number
  /** Papers that belong to the theme by a keyword. */
  gold: number
  /** Papers that the rule finds. */
  found: number
}

/** Least number of papers to judge a rule by: with fewer, a single one decides. */
export const MIN_GOLD = 10

/** The quality of one theme, with its misses and false hits. */
export interface Assessment {
  theme: Theme
  quality: Quality
  misses: { paper: Themed; keywords: string[] }[]
  falseHits: Themed[]
}

function assess(theme: Theme, patterns: readonly string[], papers: readonly Themed[]): Assessment {
  const keywordsIn = keywordsOfTheme(patterns)
  const misses: Assessment['misses'] = []
  const falseHits: Themed[] = []
  let both = 0
  for (const paper of papers) {
    const keywords = keywordsIn(paper.keywords)
    const isFound = paper.themes.includes(theme.id)
    if (keywords.length > 0 && isFound) both++
    else if (keywords.length > 0) misses.push({ paper, keywords })
    else if (isFound) falseHits.push(paper)
  }
  const [gold, found] = [both + misses.length, both + falseHits.length]
  return {
    theme,
    quality: {
      precision: both / Math.max(found, 1),
      recall: both / Math.max(gold, 1),
      f1: (2 * both) / Math.max(gold + found, 1),
      gold,
      found,
    },
    misses,
    falseHits,
  }
}

/** Assesses the themes in the gold table, over the papers that have keywords. */
export function assessThemes(
  themes: readonly Theme[],
  gold: GoldFile,
  papers: readonly Themed[],
): Assessment[] {
  const withKeywords = papers.filter(({ keywords }) => keywords.length > 0)
  return themes.flatMap(theme => {
    const patterns = gold[theme.id]
    return patterns ? [assess(theme, patterns, withKeywords)] : []
  })
}

/** Means over the themes with at least `MIN_GOLD` papers; `null` if there are none. */
export function macroOf(assessments: readonly Assessment[]) {
  const judged = assessments.map(({ quality }) => quality).filter(({ gold }) => gold >= MIN_GOLD)
  return {
    precision: mean(judged.map(({ precision }) => precision)),
    recall: mean(judged.map(({ recall }) => recall)),
    f1: mean(judged.map(({ f1 }) => f1)),
  }
}

/** A theme with a larger share of all papers is useless as a filter. */
const MAX_SHARE = 0.4
/** Largest Jaccard index of the papers of two distinct themes. */
const MAX_OVERLAP = 0.8

/** Describes themes without papers or with too many: wrong rules, or rules for another corpus. */
export function unfitThemes(themes: readonly Theme[], papers: readonly Themed[]): string[] {
  return themes.flatMap(({ id }) => {
    const count = papers.filter(paper => paper.themes.includes(id)).length
    if (count === 0) return [`Theme “${id}” has no paper.`]
    const share = count / papers.length
    return share > MAX_SHARE ? [`Theme “${id}” has ${Math.round(share * 100)} % of all papers.`] : []
  })
}

/** Describes pairs of themes with nearly the same papers. */
export function nearlySameThemes(themes: readonly Theme[], papers: readonly Themed[]): string[] {
  const papersOf = themes.map(({ id }) => new Set(papers.filter(paper => paper.themes.includes(id))))
  return themes.flatMap(({ id }, a) =>
    themes.slice(a + 1).flatMap((other, after) => {
      const [ours, theirs] = [papersOf[a] as Set<Themed>, papersOf[a + 1 + after] as Set<Themed>]
      const shared = [...ours].filter(paper => theirs.has(paper)).length
      const overlap = shared / Math.max(ours.size + theirs.size - shared, 1)
      return overlap > MAX_OVERLAP
        ? [
            `Themes “${id}” and “${other.id}” are nearly the same: ${Math.round(overlap * 100)} % of their papers.`,
          ]
        : []
    }),
  )
}
