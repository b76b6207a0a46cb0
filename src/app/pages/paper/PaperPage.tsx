import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { PATTERNS, paths } from '#core/site/paths.ts'
import { Link } from '../../navigation/Link.tsx'
import { usePathPart } from '../../navigation/pagePath.ts'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useOrigin } from '../../navigation/useOrigin.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { LoadingPapers } from '../../results/LoadingPapers.tsx'
import { MissingPapers } from '../../results/MissingPapers.tsx'
import { Searching } from '../../results/Searching.tsx'
import { TryAgain } from '../../results/TryAgain.tsx'
import { describeLoadError } from '../../shell/loadError.ts'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { usePaper } from '../../state/paper.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Neighbours } from './Neighbours.tsx'
import { PaperSkeleton } from './PaperSkeleton.tsx'
import { ReadingView } from './ReadingView.tsx'
import { Related } from './Related.tsx'
import * as texts from './texts.ts'
import { UnknownPaper } from './UnknownPaper.tsx'

export function PaperPage() {
  const id = usePathPart(PATTERNS.paper, '*')
  const origin = useOrigin()
  const answer = usePaper(id, origin?.query ?? { q: '' })
  const navigate = useNavigate()
  const { state } = useLocation()
  const paper = answer.status === 'found' ? answer.paper : undefined
  useTitle(
    paper?.title ?? (answer.status === 'unknown' ? texts.notFound : undefined),
    paper
      ? { of: (make, site) => make.headOfPaper(paper, site) }
      : answer.status === 'unknown'
        ? undefined
        : 'pending',
  )
  useScrollRestoration(answer.status !== 'loading')
  useEffect(() => {
    // A former id redirects to the present one.
    if (paper && paper.id !== id) navigate(paths.paper(paper.id), { replace: true, state })
  }, [paper, id, navigate, state])
  return (
    <PageLayout>
      <div className="mx-auto max-w-[46rem] pt-4">
        {answer.status === 'found' && (
          <>
            <Neighbours place={answer.place} origin={origin} />
            <ReadingView key={answer.paper.id} paper={answer.paper} />
            <Related id={answer.paper.id} />
          </>
        )}
        {answer.status === 'unknown' && <UnknownPaper id={id} similar={answer.similar} />}
        {answer.status === 'failed' && (
          <>
            <h1 className="pt-6 pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">
              {texts.notLoaded}
            </h1>
            <Notice title={describeLoadError(answer.reason)}>
              <TryAgain />
              <p>
                <Link to={paths.front()} className="target prose-link inline-flex items-center">
                  {texts.allPapers}
                </Link>
              </p>
            </Notice>
          </>
        )}
        {answer.status === 'loading' && (
          <PaperSkeleton>
            {answer.partial ? (
              <>
                {texts.lookingFor} <Searching />
              </>
            ) : (
              <LoadingPapers />
            )}
          </PaperSkeleton>
        )}
        {answer.status !== 'unknown' && <MissingPapers />}
      </div>
    </PageLayout>
  )
}
