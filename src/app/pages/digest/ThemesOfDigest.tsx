import { memo, useId } from 'react'
import type { DigestSpan } from '#core/papers/digests.ts'
import type { ListAnswer } from '../../results/answerPhases.ts'
import { SharedTheme } from '../../results/SharedTheme.tsx'
import * as texts from './texts.ts'

const MAX_THEMES = 12

interface Props {
  span: DigestSpan
  answer: ListAnswer
}

/** The themes of the papers, the most frequent first. */
export const ThemesOfDigest = memo(function ThemesOfDigest({ span, answer: { q, response } }: Props) {
  const id = useId()
  const themes = response.facets.theme.values.filter(({ count }) => count > 0).slice(0, MAX_THEMES)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-sm font-semibold">
        {texts.themesOf(span.kind)}
      </h2>
      {themes.length === 0 && <p className="text-sm text-soft">{texts.noThemes}</p>}
      <ul>
        {themes.map(count => (
          <SharedTheme key={count.value} q={q} count={count} />
        ))}
      </ul>
    </section>
  )
})
