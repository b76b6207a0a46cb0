import { useState } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { type FacetCounts, type FacetName, facetValues } from '#core/search/facets.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { List } from '../results/useList.ts'
import { useEngine } from '../state/useEngine.ts'
import { FindBox } from './FindBox.tsx'
import * as texts from './texts.ts'
import { ValueRow } from './ValueRow.tsx'
import { valueLabel } from './valueLabel.ts'

/** Maximum number of values before “more”. */
const MAX_SHOWN = 8

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
  const isCut = !isWhole && !found && values.length > MAX_SHOWN + 1
  const shown = isCut ? values.filter(({ state }, at) => at < MAX_SHOWN || state !== 'neutral') : values
  const hidden = counts.distinct - counts.values.length
  return (
    <>
      {counts.distinct > MAX_SHOWN + 1 && (
        <FindBox
          label={facet === 'org' ? texts.findOrganisation : texts.findDay}
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
      {values.length === 0 && <p className="text-sm text-soft">{found ? texts.noMatch : texts.unknown}</p>}
      {isCut && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="target pl-3.5 text-sm text-soft underline decoration-rule underline-offset-4 hover:text-ink"
        >
          {texts.more(values.length - shown.length)}
        </button>
      )}
      {!isCut && !found && hidden > 0 && (
        <p className="pl-3.5 text-sm text-soft">{texts.foundByName(formatNumber(hidden))}</p>
      )}
    </>
  )
}
