import type { Span } from './ast.ts'
import { type FieldName, isFieldName } from './fields.ts'
import { DELIMITER, FIELD } from './queryReader.ts'

/** A piece of a query between spaces, parentheses and bars, with the minus signs before it. */
export interface Token extends Span {
  /** Where it begins behind its minus signs. */
  body: number
  /** The operator it begins with. */
  field?: FieldName
  /** Where it begins behind its operator; the same as `body` where it has none. */
  value: number
  /** Whether its value is in quotation marks, and whether the second of them is there. */
  quote?: 'open' | 'closed'
}

/** Cuts a query into its pieces, as the parser does. Time is linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] !== '"' && DELIMITER.test(text[at] as string)) {
      at++
      continue
    }
    const start = at
    while (text[at] === '-') at++
    const body = at
    while (at < text.length && !DELIMITER.test(text[at] as string)) at++
    const name = FIELD.exec(text.slice(body, at))?.[1]?.toLowerCase() ?? ''
    const field = isFieldName(name) ? name : undefined
    const value = field ? body + name.length + 1 : body
    // A mark that stands right behind letters begins a piece of its own.
    const isQuoted = at === value && text[at] === '"'
    const close = isQuoted ? text.indexOf('"', at + 1) : -1
    if (isQuoted) at = close < 0 ? text.length : close + 1
    tokens.push({
      start,
      end: at,
      body,
      value,
      ...(field && { field }),
      ...(isQuoted && { quote: close < 0 ? 'open' : 'closed' }),
    })
  }
  return tokens
}
