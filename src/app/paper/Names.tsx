import { createElement, Fragment } from 'react'
import { byline, bylineNames } from '#core/papers/byline.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { andOthers } from '#core/papers/otherAuthors.ts'

/**
 * Names in one line, each in its own direction: two that run from right to left would change places otherwise. Two
 * authors may share a name, so names are no keys: they are children by their places.
 */
export const Names = ({ names }: { names: readonly string[] }) =>
  createElement(
    Fragment,
    null,
    ...names.flatMap((name, at) => [at > 0 && ', ', createElement('bdi', null, name)]),
  )

/** Who wrote a paper, in a list. */
export function Byline({ paper }: { paper: CorpusPaper }) {
  const { names, more } = bylineNames(paper)
  if (names.length === 0) return <bdi>{byline(paper)}</bdi>
  return (
    <>
      <Names names={names} />
      {more > 0 && ` +${more}`}
      {andOthers(paper)}
    </>
  )
}
