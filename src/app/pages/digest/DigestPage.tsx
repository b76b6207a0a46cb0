import { Navigate, useLocation } from 'react-router-dom'
import { digestRequestOf } from '#core/engine/request.ts'
import { isStillLoading } from '#core/papers/coverage.ts'
import { type DigestDay, type DigestSpan, daysIn, spanOf } from '#core/papers/digests.ts'
import { format } from '#core/query/format.ts'
import { parse } from '#core/query/parse.ts'
import { PATTERNS, paths } from '#core/site/paths.ts'
import { withQuery } from '#core/site/view.ts'
import { NarrowedTo } from '../../filters/NarrowedTo.tsx'
import { usePathPart } from '../../navigation/pagePath.ts'
import { RepairedAddress } from '../../navigation/RepairedAddress.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { FoundPapers } from '../../results/FoundPapers.tsx'
import { ListWithAside } from '../../results/ListWithAside.tsx'
import { Searching } from '../../results/Searching.tsx'
import { useList } from '../../results/useList.ts'
import { useRenderedAnswer } from '../../results/useRenderedAnswer.ts'
import { ViewLink } from '../../results/ViewLink.tsx'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useDigests } from '../../state/digests.ts'
import { useResults } from '../../state/results.ts'
import { Notice } from '../../ui/Notice.tsx'
import { AboutDigest } from './AboutDigest.tsx'
import { NoDigest } from './NoDigest.tsx'
import { ThemesOfDigest } from './ThemesOfDigest.tsx'
import * as texts from './texts.ts'

/** The digest of a day or of a week. The letter of a week may be in lower case. */
export function DigestPage() {
  const id = usePathPart(PATTERNS.digest, 'id')
  const { search } = useLocation()
  const properId = id.toUpperCase()
  const read = spanOf(properId)
  const span = 'span' in read ? read.span : undefined
  const { response, all } = useDigests(span?.id)
  if (!span)
    return (
      <RepairedAddress>
        <NoDigest id={id} why={'flaw' in read ? read.flaw : ''} />
      </RepairedAddress>
    )
  if (id !== properId) return <Navigate to={{ pathname: paths.digest(properId), search }} replace />
  const isEmpty = response && !isStillLoading(response.partial) && daysIn(span, response.days).length === 0
  if (isEmpty) return <NoDigest id={id} span={span} />
  return <DigestView key={id} span={span} days={response?.days ?? []} all={all?.days} />
}

interface ViewProps {
  span: DigestSpan
  /** Its days and those beside it, or more. */
  days: readonly DigestDay[]
  /** All days, once they are known. */
  all: readonly DigestDay[] | undefined
}

/** The papers of a digest, narrowed by `q` of the address. */
function DigestView({ span, days, all }: ViewProps) {
  const list = useList()
  const { query, clauses } = parse(list.view.q)
  const narrowing = format(query)
  const q = `${span.q} ${narrowing}`.trim()
  const results = useResults(digestRequestOf({ ...list.view, q }), `digest:${span.id}`)
  const { rendered, papers, beside, isRendered, isFinal } = useRenderedAnswer(list, q, results)
  const { response } = results
  const ready = response !== undefined && !results.pending
  const more = isStillLoading(response?.partial)
  useTitle(
    texts.title(span),
    ready && all
      ? { of: (make, site) => make.headOfDigest(span, response.total, all, site), hits: response.hits }
      : 'pending',
  )
  useScrollRestoration(isRendered, isFinal)
  const allPapers = texts.allPapersOf(span.kind)
  return (
    <PageLayout skipTo="papers">
      <ListWithAside
        about={<AboutDigest span={span} days={days} />}
        aside={beside && <ThemesOfDigest span={span} answer={beside} />}
        asideName={texts.themesOf(span.kind)}
        narrowedTo={<NarrowedTo list={list} clauses={clauses} all={allPapers} />}
      >
        <FoundPapers
          q={q}
          results={results}
          answer={rendered}
          papers={papers}
          name={span.title}
          empty={
            <Notice title={more ? texts.noneYet : texts.noneMatch}>
              {more ? (
                <Searching />
              ) : (
                <ViewLink
                  list={list}
                  to={view => withQuery(view, '')}
                  className="target prose-link inline-flex items-center"
                >
                  {allPapers}
                </ViewLink>
              )}
            </Notice>
          }
        />
      </ListWithAside>
    </PageLayout>
  )
}
