import type { FieldName } from '../query/fields.ts'

/** The request of the list under the search box. */
export interface SuggestRequest {
  q: string
  /** Where the caret stands, in UTF-16 code units; the text behind it counts as well. */
  caret: number
}

/** One way to go on from what is being typed. */
export type Suggestion =
  /** An operator whose name is being typed. */
  | { kind: 'operator'; field: FieldName }
  /** A value of the operator at the caret. */
  | {
      kind: 'value'
      field: FieldName
      value: string
      /** Name for people, if it differs from the written value. */
      label?: string
      /** How many papers have it and meet the rest of the query; absent for one end of a range. */
      count?: number
    }
  /** A theme that the last plain words name. */
  | { kind: 'theme'; id: string; label: string; count: number; words: number }
  /** A paper whose title resembles the plain words. */
  | { kind: 'paper'; id: string; title: string }

/** More than these nobody reads while typing. */
export const MAX_SUGGESTIONS = 8
