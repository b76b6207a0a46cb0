import { memo, useId } from 'react'
import { Months } from '../../filters/Months.tsx'
import { useClauses } from '../../filters/useClauses.ts'
import type { ListAnswer } from '../../results/answerPhases.ts'
import { SharedTheme } from '../../results/SharedTheme.tsx'
import { useNamedThemes } from '../../state/themes.ts'
import * as texts from './texts.ts'

interface Props {
  id: string
  answer: ListAnswer
}

/** Papers of the theme by month, and the themes that it overlaps with. */
export const BesideTheme = memo(function BesideTheme({ id, answer }: Props) {
  const { list, q, response } = answer
  const clauses = useClauses(list)
  const [byMonth, related] = [useId(), useId()]
  const themes = useNamedThemes()
  const parentOf = (other: string) => themes.get(other)?.parent
  // Its parent and its parts are named at the top of the page.
  const others = response.relatedThemes.filter(
    ({ value }) => parentOf(value) !== id && parentOf(id) !== value,
  )
  if (response.total === 0) return null
  return (
    <>
      <section aria-labelledby={byMonth}>
        <h2 id={byMonth} className="mb-3 text-sm font-semibold">
          {texts.byMonth}
        </h2>
        <Months list={list} counts={response.facets.published.values} clauses={clauses} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby={related} className="mt-8">
          <h2 id={related} className="mb-1 text-sm font-semibold">
            {texts.related}
          </h2>
          <ul>
            {others.map(count => (
              <SharedTheme key={count.value} q={q} count={count} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
})
