import { describeCount } from '#core/text/numbers.ts'
import { useStats } from '../state/stats.ts'

/** How large the corpus is, where there is room. */
export function Tagline() {
  const stats = useStats()
  if (!stats) return null
  const { papers, themes, days } = stats
  const counts = [describeCount(papers, 'paper'), describeCount(themes, 'theme'), describeCount(days, 'day')]
  return <span className="hidden wide:inline">&nbsp;· {counts.join(' · ')}</span>
}
