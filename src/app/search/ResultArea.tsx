import type { ReactNode } from 'react'
import { sentenceFor } from '../errors.ts'
import { useCorpus } from '../state/corpus.ts'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { MissingPapers } from './MissingPapers.tsx'

interface Props {
  results: { response: unknown; error: string | undefined }
  children: ReactNode
}

/** What stands in the place of a list before there is one: its shape in hairlines, or why there is none. */
export function ResultArea({ results, children }: Props) {
  const failure = useCorpus(store => (store.status === 'failed' ? store.reason : undefined)) ?? results.error
  const notice = failure !== undefined && (
    <Notice title={results.response ? 'Nothing can be searched' : 'The papers did not arrive'}>
      <p>{sentenceFor(failure)}</p>
      <ReloadButton />
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
      <p className="sr-only">Loading the papers</p>
      {['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2'].map(width => (
        <div key={width} aria-hidden="true" className="space-y-3 border-b border-rule py-6">
          <div className={`bar h-5 ${width}`} />
          <div className="bar h-3 w-1/3" />
          <div className="bar h-14" />
        </div>
      ))}
    </div>
  )
}
