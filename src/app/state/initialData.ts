import { createContext, use, useSyncExternalStore } from 'react'
import type { CorpusState } from '#core/engine/corpusState.ts'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { CorpusStats } from '#core/engine/methods/stats.ts'
import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { type Coverage, isStillLoading } from '#core/papers/coverage.ts'
import type { Digests } from '#core/papers/digests.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import type { NamedTheme, ShownTheme } from '#core/themes/shownThemes.ts'
import type { ThemeTrends } from '#core/themes/themeTrends.ts'

/** The data that a page was prerendered from. It comes with the page, and counts until the engine answers. */
export interface InitialData {
  corpus: Pick<CorpusState, 'papers' | 'newestDigest'>
  /** On the front page: how large the corpus is. */
  stats?: CorpusStats
  /** The themes that the page names. */
  named: readonly NamedTheme[]
  /** The theme that the page is about. */
  theme?: ShownTheme
  /** All of them, where the page is about all. */
  themes?: readonly Theme[]
  trends?: ThemeTrends
  /** The answer to the request of the page, and its `argsKey`. */
  list?: { key: string; response: SearchResponse }
  paper?: CorpusPaper
  /** The days that the page is about and those beside them; `of` names the page, and is empty where they are all. */
  digests?: Digests & { of: string }
  /** Examples for the help page. */
  guide?: SearchExamples
}

export const InitialDataContext = createContext<InitialData | undefined>(undefined)

export const useInitialData = (): InitialData | undefined => use(InitialDataContext)

/** Initial data covers all papers: it counts until an answer does too. */
export const unlessLoading = <T extends { partial: Coverage | null }>(
  answer: T | undefined,
  initial: T | undefined,
): T | undefined => (initial && (!answer || isStillLoading(answer.partial)) ? initial : answer)

const never = () => () => undefined

/** False until the page is hydrated, then true: for elements that need scripts. */
export const useIsScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
