import type { Span } from '#core/query/ast.ts'
import { typeset } from '#core/text/typeset.ts'
import { LinkedText } from './LinkedText.tsx'

/** An abstract with its addresses linked and what matched marked. */
export function Abstract({ text, marks = [] }: { text: string; marks?: readonly Span[] }) {
  return <LinkedText text={typeset(text)} marks={marks} />
}
