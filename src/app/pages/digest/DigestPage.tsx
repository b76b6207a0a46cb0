import { Navigate, useLocation, useParams } from 'react-router-dom'
import { type DigestSpan, daysIn, spanOf } from '#core/digests.ts'
import { isComing } from '#core/engine.ts'
import { feedOfSpan } from '#core/feeds.ts'
import { paths } from '#core/paths.ts'
import { format } from '#core/query/format.ts'
import { parse } from '#core/query/parse.ts'
import { digestRequestOf } from '#core/request.ts'
import { withQuery } from '#core/view.ts'
import { useArrival } from '../../place.tsx'
import { FoundPapers } from '../../search/FoundPapers.tsx'
import { NarrowedTo } from '../../search/NarrowedTo.tsx'
import { Searching } from '../../search/Searching.tsx'
import { useFound, useSecondStep } from '../../search/useFound.ts'
import { useList } from '../../search/useList.ts'
import { ViewLink } from '../../search/ViewLink.tsx'
import { useDigests } from '../../state/digests.ts'
import { useResults } from '../../state/results.ts'
import { Layout } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../useTitle.ts'
import { AboutDigest } from './AboutDigest.tsx'
import { NoDigest } from './NoDigest.tsx'
import { ThemesOfDigest } from './ThemesOfDigest.tsx'

/** The digest of a day or of a week, whose letter may be written small. */
export function DigestPage() {
  const { id = '' } = useParams()
  const { search } = useLocation()
  const properId = id.toUpperCase()
  const read = spanOf(properId)
  const span = 'span' in read ? read.span : undefined
  const { response } = useDigests(span?.id)
  if (!span) return <NoDigest id={id} why={'flaw' in read ? read.flaw : ''} />
  if (id !== properId) return <Navigate to={{ pathname: paths.digest(properId), search }} replace />
  const isEmpty = response && !isComing(response.partial) && daysIn(span, response.days).length === 0
  return isEmpty ? <NoDigest id={id} span={span} /> : <DigestView key={id} span={span} />
}

/** The feed of a day or a week, once all days are known. */
function useFeedOf(span: DigestSpan): string | undefined {
  const { response } = useDigests()
  if (!response || isComing(response.partial)) return undefined
  return feedOfSpan(
    span,
    response.days.map(([day]) => day),
  )
}

/** Its papers; `q` in the address narrows these. */
function DigestView({ span }: { span: DigestSpan }) {
  const list = useList()
  const { query, clauses } = parse(list.view.q)
  const narrowing = format(query)
  const q = `${span.q} ${narrowing}`.trim()
  const results = useResults(digestRequestOf({ ...list.view, q }), `digest:${span.id}`)
  const found = useFound(list, q, results)
  const { beside, isWhole } = useSecondStep(found)
  const { response } = results
  const ready = response !== undefined && !results.pending
  const more = isComing(response?.partial)
  const feed = useFeedOf(span)
  useTitle(
    span.kind === 'day' ? `Digest of ${span.title}` : span.title,
    ready && feed !== undefined
      ? { of: (make, site) => make.headOfDigest(span, response.total, feed, site), hits: response.hits }
      : 'pending',
  )
  useArrival(ready, ready && isWhole && !more)
  const themes = beside && <ThemesOfDigest span={span} found={beside} />
  const all = span.kind === 'day' ? 'All papers of this day' : 'All papers of this week'
  return (
    <Layout skipTo="papers">
      <div className="mx-auto grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-x-14 pt-6 rail:max-w-none rail:grid-cols-[minmax(0,46rem)_14rem] rail:grid-rows-[auto_1fr] rail:justify-center">
        <div>
          <AboutDigest span={span} />
          <details className="mb-3 rail:hidden">
            <summary className="target inline-flex items-center text-sm text-soft hover:text-ink">
              Themes of the {span.kind}
            </summary>
            <div className="pt-2 pb-4">{themes}</div>
          </details>
          <NarrowedTo list={list} clauses={clauses} all={all} />
        </div>
        <aside
          aria-label="About these papers"
          className="hidden pt-3 rail:col-start-2 rail:row-span-2 rail:row-start-1 rail:block"
        >
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto pb-4">{themes}</div>
        </aside>
        <FoundPapers
          q={q}
          results={results}
          found={found}
          isWhole={isWhole}
          empty={
            <Notice title={more ? 'None among the newest papers' : 'No paper of this digest is among these'}>
              {more ? (
                <Searching />
              ) : (
                <ViewLink list={list} to={view => withQuery(view, '')} className="prose-link">
                  {all}
                </ViewLink>
              )}
            </Notice>
          }
        />
      </div>
    </Layout>
  )
}
