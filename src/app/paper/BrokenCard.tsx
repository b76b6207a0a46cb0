import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { Link } from '../navigation/Link.tsx'
import type { Origin } from '../navigation/origin.ts'
import { CopyErrorDetails } from '../ui/CopyErrorDetails.tsx'

/** In the place of a card that could not be drawn: which paper it is of. Nothing of the record is relied on. */
export const BrokenCard = ({
  paper,
  origin,
  error,
}: {
  paper: CorpusPaper
  origin: Origin
  error: unknown
}) => (
  <article data-paper={paper.id} className="border-b border-rule py-(--space-card)">
    <h2 dir="auto" className="headline headline-large">
      <Link to={paths.paper(paper.id)} state={{ origin }} className="title-link reach">
        {String(paper.title || paper.id)}
      </Link>
    </h2>
    <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-warn">
      This paper could not be shown. <CopyErrorDetails error={error} of={paper} />
    </div>
  </article>
)
