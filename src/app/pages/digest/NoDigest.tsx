import { type DigestSpan, describeEmptySpan, nearestDays } from '#core/papers/digests.ts'
import { paths } from '#core/site/paths.ts'
import { formatFullDate } from '#core/text/dates.ts'
import { formatPaperCount } from '#core/text/numbers.ts'
import { Link } from '../../navigation/Link.tsx'
import { MissingPapers } from '../../results/MissingPapers.tsx'
import { FallbackPage } from '../../shell/FallbackPage.tsx'
import { useDigests } from '../../state/digests.ts'
import { Notice } from '../../ui/Notice.tsx'
import * as texts from './texts.ts'

const SHOWN_LETTERS = 40

type Props = { id: string; span: DigestSpan; why?: never } | { id: string; span?: never; why: string }

/** A day or week without listed papers, or an impossible day. */
export function NoDigest({ id, span, why }: Props) {
  const { response } = useDigests()
  const days = response?.days ?? []
  const near = nearestDays(id.toUpperCase(), days)
  return (
    <FallbackPage
      name={texts.notFound}
      heading={span ? span.title : texts.noDigestCalled(id.slice(0, SHOWN_LETTERS))}
    >
      <Notice title={span ? describeEmptySpan(span, days) : why}>
        {near.length > 0 && (
          <>
            <p>{texts.nearest(near.length)}</p>
            <ul className="space-y-1">
              {near.map(([day, papers]) => (
                <li key={day}>
                  <Link to={paths.digest(day)} className="target prose-link inline-flex items-center">
                    {formatFullDate(day)}
                  </Link>
                  , {formatPaperCount(papers)}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link to={paths.digests()} className="target prose-link inline-flex items-center">
            {texts.allDigests}
          </Link>
        </p>
      </Notice>
      <MissingPapers />
    </FallbackPage>
  )
}
