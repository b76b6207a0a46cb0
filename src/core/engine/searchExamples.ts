import type { Coverage } from '../papers/coverage.ts'
import type { FieldName } from '../query/fields.ts'
import type { CorpusSpan } from './corpusSpan.ts'

/** A query, and the number of papers in its first tier. */
export interface Example {
  q: string
  papers: number
}

/** The elements of a search other than operators, in the order in which people learn them. */
export const WORD_FORMS = ['all', 'typo', 'phrase', 'without', 'either', 'group'] as const
export type WordForm = (typeof WORD_FORMS)[number]

/** Queries by which the help page explains searching. */
export interface SearchExamples {
  /** A word form for which nothing was found has no example; an operator may have none. */
  words: { readonly [form in WordForm]?: Example }
  operators: { readonly [name in FieldName]: readonly Example[] }
  /** The id of a theme whose rule is short enough to learn from. */
  theme?: string
  span: CorpusSpan
  partial: Coverage | null
}
