import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { Link } from '../navigation/Link.tsx'
import type { Origin } from '../navigation/origin.ts'
import { CopyErrorDetails } from '../ui/CopyErrorDetails.tsx'
import * as texts from './texts.ts'

/** Shown instead of a card that failed to render. It trusts nothing of the record. */
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
      {texts.notShown} <CopyErrorDetails error={error} of={paper} />
    </div>
  </article>
)
