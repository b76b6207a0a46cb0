import { memo, type ReactNode } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { isAbout } from '#core/query/edit.ts'
import { FACET_NAMES, FACETS, type FacetName, facetOf, facetValues } from '#core/search/facets.ts'
import type { ListAnswer } from '../results/answerPhases.ts'
import { useCorpusState } from '../state/corpus.ts'
import { ListValues } from './ListValues.tsx'
import { Months } from './Months.tsx'
import { ThemeValues } from './ThemeValues.tsx'
import { useClauses } from './useClauses.ts'

/** All ways to narrow the papers found, each an edit of the query. */
export const FacetPanel = memo(function FacetPanel({ answer }: { answer: ListAnswer }) {
  const { list } = answer
  const { facets, total } = answer.response
  const clauses = useClauses(list)
  const areThemesKnown = useCorpusState() !== undefined
  // Themes come first; other facets rendered before them would be pushed down.
  if (!areThemesKnown) return null
  return (
    <>
      <ThemeValues
        list={list}
        values={facetValues('theme', facets.theme.values, clauses)}
        hasPapers={total > 0}
      />
      {FACET_NAMES.filter(name => name !== 'theme').map(name => (
        <Section key={name} name={name} clauses={clauses} isEmpty={facets[name].distinct === 0}>
          {name === 'published' ? (
            <Months list={list} counts={facets.published.values} clauses={clauses} />
          ) : (
            <ListValues facet={name} list={list} counts={facets[name]} clauses={clauses} />
          )}
        </Section>
      ))}
    </>
  )
})

interface SectionProps {
  name: FacetName
  clauses: readonly Clause[]
  isEmpty: boolean
  children: ReactNode
}

/** Open if the query has a condition on it. A facet without values is left out. */
function Section({ name, clauses, isEmpty, children }: SectionProps) {
  const isActive = clauses.some(({ query }) => isAbout(query, facetOf(name).field))
  if (isEmpty && !isActive) return null
  return (
    <details
      // On wide screens the months are on the other side of the list.
      className={`border-t border-rule py-1 ${name === 'published' ? 'wide:hidden' : ''}`}
      open={isActive || name === 'published'}
    >
      <summary className="target text-sm font-semibold [&::marker]:text-soft">
        <h2 className="inline">{FACETS[name].label}</h2>
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  )
}
