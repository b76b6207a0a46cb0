import { createElement, Fragment } from 'react'
import { byline, bylineNames } from '#core/papers/byline.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { andOthers } from '#core/papers/otherAuthors.ts'

/**
 * Names in one line, each with its own direction: two right-to-left names would swap otherwise. Children by position,
 * without keys, since two authors may share a name.
 */
export const Names = ({ names }: { names: readonly string[] }) =>
  createElement(
    Fragment,
    null,
    ...names.flatMap((name, at) => [at > 0 && ', ', createElement('bdi', null, name)]),
  )

/** The authors of a paper, in a list. */
export function AuthorLine({ paper }: { paper: CorpusPaper }) {
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
