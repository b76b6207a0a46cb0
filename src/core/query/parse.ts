import type { Clause, Query, QueryProblem } from './ast.ts'
import { conjunction } from './combine.ts'
import { QueryReader } from './queryReader.ts'

export interface ParseOptions {
  /** Longer text is cut. */
  maxLength?: number
  /** Further words, phrases and filters are left out. */
  maxTerms?: number
  /** The ids of all themes: any other value of `theme:` is reported. */
  themes?: readonly string[]
}

export interface ParsedQuery {
  query: Query
  problems: QueryProblem[]
  /** The topmost clauses in the order they stand; together they are `query`. */
  clauses: Clause[]
}

/** Limits of queries that people type or share: characters, and words, phrases and filters together. */
export const TYPED = { maxLength: 256, maxTerms: 24 }
/** Limits of the rules of themes, which the maintainer writes. */
export const RULE = { maxLength: 4096, maxTerms: 400 }

/** Cuts at the limit, but never between the two halves of a character outside the basic plane. */
const cutAt = (text: string, limit: number): string => text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')

/**
 * Reads a query. Never throws and never rejects: what is not understood as an operator is searched for as words and
 * reported with its position. Time is linear in the length of the text.
 *
 * `a b` asks for both, `a | b` and `a OR b` for either and binds tighter than `a b`, `-a` excludes, `(…)` groups,
 * `"…"` is a phrase, `name:value` a field of the table in `fields.ts`.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedQuery {
  const { maxLength = TYPED.maxLength, maxTerms = TYPED.maxTerms, themes } = options
  const kept = text.length > maxLength ? cutAt(text, maxLength) : text
  const reader = new QueryReader(kept, maxTerms, themes)
  const clauses = reader.clauses(false)
  const problems = reader.problems
  if (kept.length < text.length) {
    const message = `Only the first ${maxLength} characters were searched for.`
    problems.push({ start: kept.length, end: text.length, message })
  }
  if (reader.termsLeftOut > 0) {
    problems.push({
      start: 0,
      end: kept.length,
      message: `Only the first ${maxTerms} terms were searched for.`,
    })
  }
  if (clauses.length === 0 && problems.length === 0 && kept.trim() !== '') {
    problems.push({ start: 0, end: kept.length, message: 'There is no word to search for in this.' })
  }
  return { query: conjunction(clauses.map(({ query }) => query)), problems, clauses }
}
