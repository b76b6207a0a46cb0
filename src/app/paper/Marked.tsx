import type { Span } from '#core/query/ast.ts'
import { runsOf } from '#core/search/highlight.ts'

interface Props {
  text: string
  /** In the text that this one is a part of. */
  marks?: readonly Span[]
  start?: number
}

/** A text with what matched marked. */
export function Marked({ text, marks = [], start = 0 }: Props) {
  return runsOf(text, start, marks).map((run, index) =>
    run.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity beyond their place in the text
      <mark key={index}>{run.text}</mark>
    ) : (
      run.text
    ),
  )
}
