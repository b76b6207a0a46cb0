import { useState } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { type FacetCounts, type FacetName, facetValues } from '#core/search/facets.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { List } from '../results/useList.ts'
import { useEngine } from '../state/useEngine.ts'
import { FindBox } from './FindBox.tsx'
import { ValueRow } from './ValueRow.tsx'
import { valueLabel } from './valueLabel.ts'

/** So many values are shown at first. */
const SHOWN = 8

interface Props {
  facet: FacetName
  list: List
  counts: FacetCounts
  clauses: readonly Clause[]
}

/** The values of a facet in one list; a long one can be searched. */
export function ListValues({ facet, list, counts, clauses }: Props) {
  const [typed, setTyped] = useState('')
  const [isWhole, setWhole] = useState(false)
  const isTyped = typed.trim() !== ''
  const { latest: found } = useEngine(
    'facetValues',
    isTyped ? { q: list.view.q, name: facet, typed } : undefined,
  )
  const values = facetValues(facet, found ?? counts.values, clauses)
  const isCut = !isWhole && !found && values.length > SHOWN + 1
  const shown = isCut ? values.filter(({ state }, at) => at < SHOWN || state !== 'neutral') : values
  const hidden = counts.distinct - counts.values.length
  return (
    <>
      {counts.distinct > SHOWN + 1 && (
        <FindBox
          label={facet === 'org' ? 'Find an organisation' : 'Find a day'}
          typed={typed}
          onTyped={setTyped}
        />
      )}
      <ul>
        {shown.map(value => (
          <ValueRow
            key={value.value}
            facet={facet}
            label={valueLabel(facet, value.value)}
            value={value}
            list={list}
          />
        ))}
      </ul>
      {values.length === 0 && (
        <p className="text-sm text-soft">{found ? 'None is called so.' : 'Not known of these papers.'}</p>
      )}
      {isCut && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="target pl-3.5 text-sm text-soft underline decoration-rule underline-offset-4 hover:text-ink"
        >
          {values.length - shown.length} more
        </button>
      )}
      {!isCut && !found && hidden > 0 && (
        <p className="pl-3.5 text-sm text-soft">{formatNumber(hidden)} others are found by name.</p>
      )}
    </>
  )
}
