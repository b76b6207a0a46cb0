import type { Span } from '#core/query/ast.ts'
import { typeset } from '#core/text/typeset.ts'
import { LinkedText } from './LinkedText.tsx'

/** An abstract with links and marked matches. */
export function Abstract({ text, marks = [] }: { text: string; marks?: readonly Span[] }) {
  return <LinkedText text={typeset(text)} marks={marks} />
}
