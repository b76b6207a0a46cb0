import { describeReason } from '#core/search/reasons.ts'
import { describeLoadError } from '../shell/loadError.ts'
import { useNameOf } from '../state/themes.ts'
import { useEngine } from '../state/useEngine.ts'
import * as texts from './texts.ts'

/** Why a paper answers a query, in words. */
export function ReasonList({ id, q }: { id: string; q: string }) {
  const { response, error } = useEngine('explain', { ids: [id], q })
  const nameOf = useNameOf()
  if (error !== undefined) return <p className="text-warn">{describeLoadError(error)}</p>
  if (!response) return <p aria-busy="true">{texts.lookingUp}</p>
  const [reasons = []] = response
  if (reasons.length === 0) return <p>{texts.allListed}</p>
  return (
    <ul className="my-1 space-y-0.5 border-l-3 border-rule pl-3">
      {reasons.map(reason => (
        <li key={JSON.stringify(reason)} className={reason.type === 'missing' ? '' : 'text-ink'}>
          {describeReason(reason, nameOf)}
        </li>
      ))}
    </ul>
  )
}
