import type { Span } from '#core/query/ast.ts'
import { safeUrl } from '#core/text/safeUrl.ts'
import { textParts } from '#core/text/textParts.ts'
import { Marked } from './Marked.tsx'

/** A text with links and marked matches. */
export function LinkedText({ text, marks = [] }: { text: string; marks?: readonly Span[] }) {
  return textParts(text).map(part => {
    const marked = <Marked key={part.start} text={part.text} marks={marks} start={part.start} />
    const href = part.kind === 'link' ? safeUrl(part.text) : undefined
    return href ? (
      <a
        key={part.start}
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        className="prose-link break-words"
      >
        {marked}
      </a>
    ) : (
      marked
    )
  })
}
