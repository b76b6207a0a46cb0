import { fullDate } from '#core/dates.ts'
import { type DigestSpan, emptyInWords, nearestDays } from '#core/digests.ts'
import { papersInWords } from '#core/numbers.ts'
import { paths } from '#core/paths.ts'
import { useArrival } from '../../place.tsx'
import { MissingPapers } from '../../search/MissingPapers.tsx'
import { useDigests } from '../../state/digests.ts'
import { Layout } from '../../ui/Layout.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../useTitle.ts'

const SHOWN_LETTERS = 40

type Props = { id: string; span: DigestSpan; why?: never } | { id: string; span?: never; why: string }

/** An address without papers: a day or week in which none were listed, or no day at all. The nearest days have some. */
export function NoDigest({ id, span, why }: Props) {
  const { response } = useDigests()
  const days = response?.days ?? []
  const near = nearestDays(id.toUpperCase(), days)
  useTitle('Digest not found')
  useArrival(true)
  return (
    <Layout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">
          {span ? span.title : `No digest is called “${id.slice(0, SHOWN_LETTERS)}”`}
        </h1>
        <Notice title={span ? emptyInWords(span, days) : why}>
          {near.length > 0 && (
            <>
              <p>{near.length === 1 ? 'The nearest digest:' : 'The nearest digests:'}</p>
              <ul className="space-y-1">
                {near.map(([day, papers]) => (
                  <li key={day}>
                    <Link to={paths.digest(day)} className="target prose-link inline-flex items-center">
                      {fullDate(day)}
                    </Link>
                    , {papersInWords(papers)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            <Link to={paths.digests()} className="target prose-link inline-flex items-center">
              All digests
            </Link>
          </p>
        </Notice>
        <MissingPapers />
      </div>
    </Layout>
  )
}
