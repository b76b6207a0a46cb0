import type { ReactNode } from 'react'
import { describeLoadError } from '../shell/loadError.ts'
import { useCorpus } from '../state/corpus.ts'
import { Notice } from '../ui/Notice.tsx'
import { LoadingPapers } from './LoadingPapers.tsx'
import { MissingPapers } from './MissingPapers.tsx'
import { TryAgain } from './TryAgain.tsx'
import * as texts from './texts.ts'

interface Props {
  results: { response: unknown; error: string | undefined }
  children: ReactNode
}

/** A list, or until it is there its skeleton, or the reason why it cannot be loaded. */
export function ResultArea({ results, children }: Props) {
  // While papers are loaded again, an error of the engine before is void.
  const failure = useCorpus(store =>
    store.status === 'failed' ? store.reason : store.status === 'ready' ? results.error : undefined,
  )
  const notice = failure !== undefined && (
    <Notice title={results.response ? texts.nothingSearched : texts.papersMissing}>
      <p>{describeLoadError(failure)}</p>
      <TryAgain />
    </Notice>
  )
  if (!results.response) return notice || <Skeleton />
  return (
    <>
      {notice}
      <MissingPapers />
      {children}
    </>
  )
}

function Skeleton() {
  return (
    <div aria-busy="true" className="min-h-dvh">
      <p className="sr-only">{texts.loading}</p>
      {/* Absolute: nothing moves when it appears. */}
      <p className="absolute text-sm text-soft">
        <LoadingPapers />
      </p>
      {['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2'].map(width => (
        <div key={width} aria-hidden="true" className="space-y-3 border-b border-rule py-6">
          <div className={`skeleton h-5 ${width}`} />
          <div className="skeleton h-3 w-1/3" />
          <div className="skeleton h-14" />
        </div>
      ))}
    </div>
  )
}
