import { formatNumber } from '#core/text/numbers.ts'
import { useCorpus } from '../state/corpus.ts'

const inKb = (bytes: number): string => formatNumber(Math.round(bytes / 1_000))

/** How much of the corpus has been received, where that takes long. */
export function LoadingPapers() {
  const progress = useCorpus(store => store.progress)
  if (!progress) return null
  return (
    <>
      Loading the papers: {inKb(progress.bytes)} of {inKb(progress.ofBytes)} kB have come.
    </>
  )
}
