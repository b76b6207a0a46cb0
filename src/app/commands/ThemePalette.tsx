import { useLocation } from 'react-router-dom'
import { toggleValue, type ValueState, valueStateOf } from '#core/query/edit.ts'
import { parse } from '#core/query/parse.ts'
import { facetOf } from '#core/search/facets.ts'
import { paths } from '#core/site/paths.ts'
import { withQuery } from '#core/site/view.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { shownThemes, themeGroupNames } from '#core/themes/shownThemes.ts'
import { useSite } from '../navigation/Link.tsx'
import { useList } from '../results/useList.ts'
import { latestResponse, useAnswers } from '../state/answers.ts'
import { useThemes } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import { KeyCaps } from './KeyCaps.tsx'
import { Palette, type PaletteItem } from './Palette.tsx'
import * as texts from './texts.ts'

const STATES: Record<ValueState, string> = {
  included: texts.shownOnly,
  excluded: texts.leftOut,
  neutral: '',
}

/** All themes. On the front page a theme toggles its filter; elsewhere its page opens. */
export function ThemePalette({ onClose }: { onClose: () => void }) {
  const themes = useThemes()
  const site = useSite()
  const list = useList()
  const isFront = useLocation().pathname === paths.front()
  const response = useAnswers(latestResponse)
  const counts = new Map(response?.facets.theme.values.map(({ value, count }) => [value, count]))
  const { clauses } = parse(list.view.q)
  const { field, together } = facetOf('theme')
  const narrow = (id: string, to: 'included' | 'excluded') => () =>
    list.go(view => withQuery(view, toggleValue(view.q, field, id, to, together)))
  const shown = shownThemes(themes)
  const choices = themeGroupNames(themes).flatMap(group =>
    themes
      .filter(theme => theme.group === group)
      .map(
        ({ id, label, about }): PaletteItem => ({
          id,
          name: label,
          group,
          words: `${id} ${about}`,
          before: <Dot accent={shown.get(id)?.accent ?? 0} />,
          ...(isFront
            ? {
                behind: (
                  <span className="shrink-0 text-xs text-soft">
                    {STATES[valueStateOf(clauses, field, id)]}{' '}
                    {counts.has(id) && (
                      <data value={counts.get(id)} className="ml-3">
                        {formatNumber(counts.get(id) ?? 0)}
                        <span className="sr-only">{texts.papersSuffix}</span>
                      </data>
                    )}
                  </span>
                ),
                act: narrow(id, 'included'),
                actWithAlt: narrow(id, 'excluded'),
              }
            : { act: () => site.go(paths.theme(id)) }),
        }),
      ),
  )
  return (
    <Palette
      title={texts.themes}
      placeholder={texts.lettersOfTheme}
      choices={choices}
      hint={
        isFront ? (
          <>
            <KeyCaps keys="Enter" /> {texts.enterShows} <KeyCaps keys="Alt" />
            {texts.altLeavesOut}
          </>
        ) : undefined
      }
      empty={themes.length === 0 ? texts.themesNotLoaded : texts.noTheme}
      onClose={onClose}
    />
  )
}
