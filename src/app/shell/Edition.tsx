import { paths } from '#core/site/paths.ts'
import { formatFullDate } from '#core/text/dates.ts'
import { Link } from '../navigation/Link.tsx'
import { useCorpusFacts } from '../state/corpus.ts'
import { lazyComponent } from './lazyComponent.tsx'

const Tagline = lazyComponent(() => import('../filters/filters.chunk.ts').then(loaded => loaded.Tagline))

/** The line of the masthead: the newest digest, and how large the corpus is. */
export function Edition() {
  const newestDigest = useCorpusFacts()?.newestDigest
  if (newestDigest === undefined) return null
  return (
    <>
      <Link
        to={paths.digest(newestDigest)}
        className="target inline-flex items-center hover:text-ink hover:underline"
      >
        <time dateTime={newestDigest}>{formatFullDate(newestDigest)}</time>
      </Link>
      {/* Takes no part in how the line wraps: it loads late, and shows what there is room for. */}
      <span className="grow truncate contain-inline-size">
        <Tagline />
      </span>
    </>
  )
}
