import type { Span } from '../query/ast.ts'
import { type FieldName, fieldOf } from '../query/fields.ts'
import { DELIMITER } from '../query/queryReader.ts'
import { type Token, tokensOf } from '../query/tokens.ts'

/** A value of an operator at the caret. */
export interface TypedValue {
  kind: 'value'
  field: FieldName
  /** As far as the caret, without quotation marks. */
  text: string
  /** Text that a chosen value replaces. */
  span: Span
  /** Whether it is one end of a range, or stands behind a sign such as `>`. */
  inRange: boolean
  /** Other values of the same clause. */
  beside: readonly string[]
}

/** Plain words at the caret, the last of them being typed. */
export interface TypedWords {
  kind: 'words'
  /** Each as it stands, the one at the caret last. */
  words: Span[]
  negated: boolean
  /** Where the last word may become an operator: its name as far as the caret, and the place of it. */
  operator?: { name: string; span: Span }
}

/** The text being typed. */
export type Typed = TypedValue | TypedWords

const NAME = /^[a-z]+$/i

/** The text being typed at the caret; undefined if the caret is apart from every word, or behind a complete value. */
export function typedAt(text: string, caret: number): Typed | undefined {
  const tokens = tokensOf(text)
  const at = tokens.findLastIndex(({ start }) => start < caret)
  const token = tokens[at]
  if (!token) return undefined
  if (caret > token.end) {
    const apart = text.slice(token.end, caret).trim() !== '' || /\S/.test(text[caret] ?? '')
    return apart || !isPlain(text, token) ? undefined : plainWords(text, tokens, at)
  }
  if (caret <= token.body) return undefined
  if (token.field && caret >= token.value) return valueAt(text, caret, { ...token, field: token.field })
  if (token.quote) return undefined
  const name = text.slice(token.body, caret)
  const end = token.field ? token.value : token.end
  const operator = NAME.test(name) && /^[a-z]*:?$/i.test(text.slice(caret, end))
  return {
    ...(token.field ? { kind: 'words', words: [], negated: false } : plainWords(text, tokens, at)),
    ...(operator && { operator: { name: name.toLowerCase(), span: { start: token.body, end } } }),
  }
}

const isPlain = (text: string, { start, end, field, quote }: Token): boolean =>
  !field && !quote && text.slice(start, end) !== 'OR'

/** The plain words up to this one that nothing but space parts. */
function plainWords(text: string, tokens: readonly Token[], at: number): TypedWords {
  const { start, body, end } = tokens[at] as Token
  if (body > start) return { kind: 'words', words: [{ start: body, end }], negated: true }
  let first = at
  for (; first > 0; first--) {
    const [before, token] = [tokens[first - 1] as Token, tokens[first] as Token]
    const parted = text.slice(before.end, token.start).trim() !== ''
    if (parted || before.body > before.start || !isPlain(text, before)) break
  }
  return { kind: 'words', words: tokens.slice(first, at + 1), negated: false }
}

function valueAt(
  text: string,
  caret: number,
  { field, value, end, quote }: Token & { field: FieldName },
): TypedValue | undefined {
  const whole = { kind: 'value', field, inRange: false, beside: [] } as const
  if (quote) {
    const isBehind = caret === value || (quote === 'closed' && caret === end)
    if (isBehind) return undefined
    // Text after an open quotation mark belongs to the rest of the query.
    const span = { start: value, end: quote === 'closed' ? end : wordEnd(text, caret) }
    return { ...whole, text: text.slice(value + 1, caret), span }
  }
  const { kind } = fieldOf(field)
  if (kind === 'set') {
    const start = Math.max(value, text.lastIndexOf(',', caret - 1) + 1)
    const comma = text.indexOf(',', caret)
    const span = { start, end: comma < 0 ? end : Math.min(comma, end) }
    const others = `${text.slice(value, span.start)},${text.slice(span.end, end)}`
    const beside = others.toLowerCase().split(',').filter(Boolean)
    return { ...whole, text: text.slice(start, caret), span, beside }
  }
  if (kind === 'day') {
    const before = text.slice(value, caret)
    const dots = before.lastIndexOf('..')
    const start = value + (dots < 0 ? (/^(?:[<>]=?|=)/.exec(before)?.[0].length ?? 0) : dots + 2)
    const next = text.indexOf('..', caret)
    const span = { start, end: next < 0 ? end : Math.min(next, end) }
    const inRange = start > value || span.end < end
    return { ...whole, text: text.slice(start, caret), span, inRange }
  }
  return { ...whole, text: text.slice(value, caret), span: { start: value, end } }
}

const wordEnd = (text: string, from: number): number => {
  const length = text.slice(from).search(DELIMITER)
  return length < 0 ? text.length : from + length
}
