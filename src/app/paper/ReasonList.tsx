import { describeReason } from '#core/search/reasons.ts'
import { describeLoadError } from '../shell/loadError.ts'
import { useReasons } from '../state/reasons.ts'
import { useNameOf } from '../state/themes.ts'

/** Why a paper answers a query, in words. */
export function ReasonList({ id, q }: { id: string; q: string }) {
  const answer = useReasons(id, q)
  const nameOf = useNameOf()
  if (answer.status === 'loading') return <p aria-busy="true">Looking it up…</p>
  if (answer.status === 'failed') return <p className="text-warn">{describeLoadError(answer.reason)}</p>
  if (answer.reasons.length === 0) return <p>Every paper is listed.</p>
  return (
    <ul className="my-1 space-y-0.5 border-l-3 border-rule pl-3">
      {answer.reasons.map(reason => (
        <li key={JSON.stringify(reason)} className={reason.type === 'missing' ? '' : 'text-ink'}>
          {describeReason(reason, nameOf)}
        </li>
      ))}
    </ul>
  )
}
