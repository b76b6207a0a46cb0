import { createElement, Fragment } from 'react'
import type { Span } from '#core/query/ast.ts'
import { runsOf } from '#core/search/highlight.ts'

interface Props {
  text: string
  /** Positions in the text that this one is a part of. */
  marks?: readonly Span[]
  start?: number
}

/** A text with its matches marked. */
export function Marked({ text, marks = [], start = 0 }: Props) {
  const runs = runsOf(text, start, marks).map(run =>
    run.marked ? createElement('mark', null, run.text) : run.text,
  )
  // Children by position, without keys: a run has no identity beyond its position.
  return createElement(Fragment, null, ...runs)
}
