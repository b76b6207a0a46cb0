import { type ThemeTrends, themeTrends } from '../../themes/themeTrends.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** How many papers each theme has, and how these are spread over time. */
export const countThemes = ({ papers, outline, coverage }: LoadedCorpus): ThemeTrends => ({
  ...themeTrends(papers, outline.themes),
  partial: coverage,
})
