import type { QueryProblem } from './ast.ts'
import { parse } from './parse.ts'

/** Themes that were removed, or never were, in a query. */
export type UnknownThemes = QueryProblem & { themes: string[] }

/** Reads the id of a theme as words: `kv-cache` as `kv cache`. */
export const themeAsWords = (id: string): string =>
  id
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Replaces the clause about the themes by a text; excluded clauses stay excluded. */
const replaced = (text: string, { start, end }: UnknownThemes, replacement: string): string =>
  (text.slice(0, start) + replacement + text.slice(end)).trim()

const keptThemes = (text: string, { start, end, themes }: UnknownThemes): string[] => {
  const [clause] = parse(text.slice(start, end)).clauses
  const asked = clause?.query.type === 'filter' && clause.query.condition
  return asked && asked.kind === 'set' ? asked.values.filter(id => !themes.includes(id)) : []
}

/** The query with the words of unknown themes instead of these; themes beside them stay as alternatives. */
export function withWordsForThemes(text: string, problem: UnknownThemes): string {
  const kept = keptThemes(text, problem)
  const words = problem.themes.map(themeAsWords).filter(word => word !== '')
  const [only, ...others] = words
  const isClause = parse(text).clauses.some(
    ({ start, end }) => start === problem.start && end === problem.end,
  )
  if (kept.length === 0 && others.length === 0 && only !== undefined)
    return replaced(text, problem, isClause || !only.includes(' ') ? only : `(${only})`)
  const alternatives = [
    ...(kept.length > 0 ? [`theme:${kept.join(',')}`] : []),
    ...words.map(word => (word.includes(' ') ? `"${word}"` : word)),
  ]
  return replaced(text, problem, alternatives.length === 0 ? '' : `(${alternatives.join(' | ')})`)
}

/** The query with another theme instead of the unknown ones; themes beside them stay. */
export function withThemeInstead(text: string, problem: UnknownThemes, theme: string): string {
  const themes = new Set([...keptThemes(text, problem), theme])
  return replaced(text, problem, `theme:${[...themes].join(',')}`)
}
