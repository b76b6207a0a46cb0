import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** `[3].authors[0]`: the place of a value in a JSON text. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')

/** One issue as a phrase. Written here because the mini edition of zod carries no messages of its own. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `missing or not of type ${issue.expected}`
        : `not of type ${issue.expected}`
    case 'invalid_format':
      return issue.format === 'date' ? 'not a day written yyyy-mm-dd' : 'not in the form expected here'
    case 'invalid_value':
      return `none of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return 'too small or empty'
    case 'too_big':
      return 'too large'
    case 'custom':
      return issue.message
    default:
      return 'not in the form expected here'
  }
}
