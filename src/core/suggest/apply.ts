import type { Span } from '../query/ast.ts'
import { type FieldName, fieldOf } from '../query/fields.ts'
import { BARE } from '../query/values.ts'
import type { Suggestion } from './suggestion.ts'
import { type Typed, typedAt } from './typed.ts'

/** The text of the search box and the position of its caret, in UTF-16 code units. */
export interface Draft {
  text: string
  caret: number
}

/** A value as it is written behind its operator. */
const written = (field: FieldName, value: string): string =>
  fieldOf(field).kind === 'text' && !BARE.test(value) ? `"${value}"` : value

/** Replacement text and span of a suggestion; undefined if something else is being typed by now. */
function replacement(
  typed: Typed | undefined,
  suggestion: Suggestion,
): { span: Span; insert: string; isComplete: boolean } | undefined {
  switch (suggestion.kind) {
    case 'operator': {
      const span = typed?.kind === 'words' ? typed.operator?.span : undefined
      return span && { span, insert: `${suggestion.field}:`, isComplete: false }
    }
    case 'value':
      return typed?.kind === 'value' && typed.field === suggestion.field
        ? { span: typed.span, insert: written(suggestion.field, suggestion.value), isComplete: true }
        : undefined
    case 'theme': {
      const span = typed?.kind === 'words' ? lastWords(typed.words, suggestion.words) : undefined
      return span && { span, insert: `theme:${suggestion.id}`, isComplete: true }
    }
    case 'paper':
      return undefined
    default:
      return suggestion satisfies never
  }
}

/** The span of the last `count` words; nothing where there are fewer. */
export function lastWords(words: readonly Span[], count: number): Span | undefined {
  const [first, last] = [words[words.length - count], words.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

/**
 * Replaces the text being typed by a suggestion and leaves the rest unchanged. A complete value is followed by a space and
 * the caret; an operator is not. A suggestion that does not fit the text (any more), and a paper, change nothing.
 */
export function applySuggestion({ text, caret }: Draft, suggestion: Suggestion): Draft {
  const change = replacement(typedAt(text, caret), suggestion)
  if (!change) return { text, caret }
  const { span, insert, isComplete } = change
  const after = text.slice(span.end)
  // Another value, the other end of a range, a closing parenthesis: these stand right behind.
  const isFollowed = /^(?:[,)]|\.\.)/.test(after)
  const space = isComplete && !isFollowed && !/^\s/.test(after) ? ' ' : ''
  const behind = isComplete && !isFollowed ? 1 : 0
  return {
    text: text.slice(0, span.start) + insert + space + after,
    caret: span.start + insert.length + behind,
  }
}
