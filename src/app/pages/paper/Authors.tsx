import { byline } from '#core/papers/byline.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { andOthers } from '#core/papers/otherAuthors.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { Names } from '../../paper/Names.tsx'
import * as texts from './texts.ts'

/** Maximum number of names before the rest is folded. */
const MAX_SHOWN = 12

/** All authors, those beyond the first twelve folded; else the organisation, else how many they are. */
export function Authors({ paper }: { paper: CorpusPaper }) {
  const { authors = [] } = paper
  if (authors.length === 0)
    return (
      <p className="mt-4 text-soft">
        <bdi>{byline(paper)}</bdi>
      </p>
    )
  const folded = authors.length - MAX_SHOWN
  return (
    <div className="mt-4 text-soft">
      <Names names={authors.slice(0, MAX_SHOWN)} />
      {folded > 0 && (
        <details className="unfolded-in-print mt-1">
          <summary className="target inline-flex items-center text-sm underline decoration-rule underline-offset-4 hover:text-ink">
            {texts.moreAuthors(folded, formatNumber(folded))}
          </summary>
          <Names names={authors.slice(MAX_SHOWN)} />
        </details>
      )}
      {andOthers(paper)}
    </div>
  )
}
