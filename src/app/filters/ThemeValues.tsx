import { useState } from 'react'
import type { Theme } from '#core/papers/theme.ts'
import { FACETS, type FacetValue } from '#core/search/facets.ts'
import { spacedWords } from '#core/text/text.ts'
import { shownThemes, themeGroupNames } from '#core/themes/shownThemes.ts'
import type { List } from '../results/useList.ts'
import { useThemes } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import { FindBox } from './FindBox.tsx'
import * as texts from './texts.ts'
import { ValueRow } from './ValueRow.tsx'

/** Maximum number of themes per group before “more”. */
const MAX_SHOWN = 5
/** Minimum number of themes for a box to find one. */
const MIN_FOR_FIND_BOX = 20

interface Row {
  theme: Theme
  value: FacetValue
}

interface Props {
  list: List
  values: readonly FacetValue[]
  hasPapers: boolean
}

/** The themes of the papers found, by group; in a group those with the most papers first. */
export function ThemeValues({ list, values, hasPapers }: Props) {
  const themes = useThemes()
  const [typed, setTyped] = useState('')
  const isSought = ({ theme, value }: Row): boolean =>
    value.state !== 'neutral' || spacedWords(`${theme.label} ${theme.group}`).includes(spacedWords(typed))
  const shown = values
    .flatMap((value): Row[] => {
      const theme = shownThemes(themes).get(value.value)
      return theme ? [{ theme, value }] : []
    })
    .filter(isSought)
  if (themes.length === 0 || (shown.length === 0 && !hasPapers)) return null
  return (
    <nav aria-label={FACETS.theme.label}>
      <h2 className="mb-2 text-sm font-semibold">{FACETS.theme.label}</h2>
      {values.length > MIN_FOR_FIND_BOX && (
        <FindBox label={texts.findTheme} typed={typed} onTyped={setTyped} />
      )}
      {themeGroupNames(themes).map((group, accent) => (
        <Group
          key={group}
          name={group}
          accent={accent}
          rows={shown.filter(({ theme }) => theme.group === group)}
          isOpen={typed !== ''}
          list={list}
        />
      ))}
      {shown.length === 0 && (
        <p className="text-sm text-soft">{typed === '' ? texts.noThemes : texts.noThemeMatches}</p>
      )}
    </nav>
  )
}

interface GroupProps {
  name: string
  accent: number
  rows: readonly Row[]
  /** Whether all rows are shown at once. */
  isOpen: boolean
  list: List
}

function Group({ name, accent, rows, isOpen, list }: GroupProps) {
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return null
  // One more row takes no more room than the button.
  const isCut = !isWhole && !isOpen && rows.length > MAX_SHOWN + 1
  const shown = isCut ? rows.filter(({ value }, at) => at < MAX_SHOWN || value.state !== 'neutral') : rows
  return (
    <section className="mb-4">
      <h3 className="mb-0.5 flex items-center gap-2 text-xs text-soft">
        <Dot accent={accent} />
        {name}
      </h3>
      <ul>
        {shown.map(({ theme, value }) => (
          <ValueRow key={theme.id} facet="theme" label={theme.label} value={value} list={list} />
        ))}
      </ul>
      {isCut && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="target pl-3.5 text-sm text-soft underline decoration-rule underline-offset-4 hover:text-ink"
        >
          {texts.more(rows.length - shown.length)} <span className="sr-only">{texts.inGroup(name)}</span>
        </button>
      )}
    </section>
  )
}
