import { createContext, use, useSyncExternalStore } from 'react'
import type { CorpusState } from '#core/engine/corpusState.ts'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { type Coverage, isStillLoading } from '#core/papers/coverage.ts'
import type { Digests } from '#core/papers/digests.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import type { NamedTheme, ShownTheme } from '#core/themes/shownThemes.ts'
import type { ThemeTrends } from '#core/themes/themeTrends.ts'

/**
 * What a page was drawn from when the site was built. It comes with the page, which so can be read before any script
 * has run, and is what is known until the engine answers.
 */
export interface InitialData {
  corpus: Pick<CorpusState, 'papers' | 'newestDigest'>
  /** The themes that the page names. */
  named: readonly NamedTheme[]
  /** The theme that the page is about. */
  theme?: ShownTheme
  /** All of them, where the page is about all. */
  themes?: readonly Theme[]
  trends?: ThemeTrends
  /** The answer to the request of the page, which `keyOf` makes a key of. */
  list?: { key: string; response: SearchResponse }
  paper?: CorpusPaper
  /** The days that the page is about and those beside them; `of` names the page, and is empty where they are all. */
  digests?: Digests & { of: string }
  /** What the help page explains searching with. */
  guide?: SearchExamples
}

export const InitialDataContext = createContext<InitialData | undefined>(undefined)

export const useInitialData = (): InitialData | undefined => use(InitialDataContext)

/** What the page came with is drawn from all papers: it stands until another answer is. */
export const unlessComing = <T extends { partial: Coverage | null }>(
  answer: T | undefined,
  first: T | undefined,
): T | undefined => (first && (!answer || isStillLoading(answer.partial)) ? first : answer)

const never = () => () => undefined

/** False while a page is drawn as it came; then true. For what is of no use without scripts. */
export const useIsScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
