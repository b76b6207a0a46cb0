import type { CorpusStats } from '#core/engine/methods/stats.ts'
import { paths } from '#core/site/paths.ts'
import { formatFullDate } from '#core/text/dates.ts'
import { describeCount } from '#core/text/numbers.ts'
import { Link } from '../navigation/Link.tsx'
import { useCorpusFacts } from '../state/corpus.ts'
import { useStats } from '../state/stats.ts'

/** The line of the masthead: the newest digest, and how large the corpus is. */
export function Edition() {
  const newestDigest = useCorpusFacts()?.newestDigest
  const stats = useStats()
  if (newestDigest === undefined) return null
  return (
    <>
      <Link
        to={paths.digest(newestDigest)}
        className="target inline-flex items-center hover:text-ink hover:underline"
      >
        <time dateTime={newestDigest}>{formatFullDate(newestDigest)}</time>
      </Link>
      {stats && <Tagline stats={stats} />}
    </>
  )
}

/** Only where there is room. */
function Tagline({ stats: { papers, themes, days } }: { stats: CorpusStats }) {
  const counts = [describeCount(papers, 'paper'), describeCount(themes, 'theme'), describeCount(days, 'day')]
  return <span className="hidden wide:inline"> · {counts.join(' · ')}</span>
}
