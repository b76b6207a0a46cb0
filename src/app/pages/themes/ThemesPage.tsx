import { useEffect, useEffectEvent, useState } from 'react'
import { isStillLoading } from '#core/papers/coverage.ts'
import { withQuery } from '#core/site/view.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { themeGroups } from '#core/themes/themeRows.ts'
import { FindBox } from '../../filters/FindBox.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { ResultArea } from '../../results/ResultArea.tsx'
import { Searching } from '../../results/Searching.tsx'
import { useList } from '../../results/useList.ts'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useCorpusFacts } from '../../state/corpus.ts'
import { unlessLoading, useInitialData } from '../../state/initialData.ts'
import { useThemes } from '../../state/themes.ts'
import { useEngine } from '../../state/useEngine.ts'
import { announce } from '../../ui/Announcer.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ThemeGroupSection } from './ThemeGroupSection.tsx'
import * as texts from './texts.ts'

/** How long typing has to rest before the address follows and the number of themes is announced. */
const FIND_DEBOUNCE_MS = 400

/** All themes by group, each with the number of its papers and their trend. */
export function ThemesPage() {
  const themes = useThemes()
  const answered = useEngine('themes', {})
  const first = useInitialData()
  const trends = unlessLoading(answered.response, first?.trends)
  const trendOf = new Map(trends?.themes.map(trend => [trend.theme, trend]))
  const [typed, setTyped] = useTyped(() => announce(texts.themeCount(shown, formatNumber(shown))))
  const groups = themeGroups(themes, id => trendOf.get(id)?.papers ?? 0, typed)
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const isTyped = typed.trim() !== ''
  const newest = useCorpusFacts()?.newestDigest
  useTitle(texts.title, { of: (make, site) => make.headOfThemes(newest, site) })
  useScrollRestoration(trends !== undefined, trends !== undefined && !isStillLoading(trends.partial))
  return (
    <PageLayout>
      <div className="pt-6">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">{texts.title}</h1>
        <p className="mt-2 mb-4 max-w-[60ch] font-serif text-lg">{texts.about}</p>
        <div className="mb-2 max-w-[22rem] noscript:hidden">
          <FindBox label={texts.find} typed={typed} onTyped={setTyped} />
        </div>
        <ResultArea results={{ ...answered, response: trends }}>
          {isStillLoading(trends?.partial) && (
            <p className="mb-2 text-sm text-soft">
              {texts.countedSoFar} <Searching />
            </p>
          )}
          {shown === 0 && (
            <Notice title={isTyped ? texts.noMatch(typed.trim()) : texts.none}>
              {isTyped && (
                <button type="button" className="target prose-link" onClick={() => setTyped('')}>
                  {texts.showAll}
                </button>
              )}
            </Notice>
          )}
          <div className="gap-x-12 sm:columns-2 rail:columns-3">
            {groups.map(group => (
              <ThemeGroupSection key={group.name} group={group} trendOf={trendOf} isWordy={isTyped} />
            ))}
          </div>
        </ResultArea>
      </div>
    </PageLayout>
  )
}

/**
 * The text typed into the box. When typing rests, the address takes it, for Back and for a link to it.
 *
 * @param onRest called then, too
 */
function useTyped(onRest: () => void): [string, (typed: string) => void] {
  const { view, go } = useList()
  const [typed, setTyped] = useState(view.q)
  const [known, setKnown] = useState(view.q)
  if (view.q !== known) {
    setKnown(view.q)
    setTyped(view.q)
  }
  const keep = useEffectEvent(() => {
    go(view => withQuery(view, typed), { replace: true })
    onRest()
  })
  useEffect(() => {
    if (typed === known) return
    const timer = setTimeout(() => keep(), FIND_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [typed, known])
  return [typed, setTyped]
}
