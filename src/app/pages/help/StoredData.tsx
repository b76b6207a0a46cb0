import { formatNumber } from '#core/text/numbers.ts'
import { MAX_RECENT } from '../../io/recentQueries.ts'
import { useConnectivity } from '../../state/connectivity.ts'
import { useIsScripted } from '../../state/initialData.ts'
import { forgetAllQueries, useRecentQueries } from '../../state/recentQueries.ts'
import { announce } from '../../ui/Announcer.tsx'
import * as texts from './texts.tsx'

/** Data that this browser keeps for the site, and how to delete it. */
export function StoredData() {
  return (
    <>
      <p>{texts.stored.about(<Offline />)}</p>
      <dl className="space-y-3">
        <div>
          <dt className="font-semibold">{texts.stored.queries}</dt>
          <dd>
            {texts.stored.aboutQueries(MAX_RECENT)} <ForgetQueries />
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.stored.settings}</dt>
          <dd>{texts.stored.aboutSettings}</dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.stored.places}</dt>
          <dd>{texts.stored.aboutPlaces}</dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.stored.files}</dt>
          <dd>{texts.stored.aboutFiles}</dd>
        </div>
      </dl>
      <p>{texts.stored.removeAll}</p>
    </>
  )
}

/** Whether the site works without a network, as far as this browser has said. */
function Offline() {
  const { notCached } = useConnectivity()
  if (notCached === 'impossible') return texts.stored.offlineImpossible
  if (notCached) return texts.stored.offlineNoRoom
  return texts.stored.offline
}

function ForgetQueries() {
  const isScripted = useIsScripted()
  const { queries } = useRecentQueries()
  // Stored queries are unknown where pages are prerendered.
  if (!isScripted) return null
  if (queries.length === 0) return <span className="text-soft">{texts.stored.noQueries}</span>
  return (
    <button
      type="button"
      className="target prose-link"
      onClick={() => {
        forgetAllQueries()
        announce(texts.stored.queriesRemoved)
      }}
    >
      {queries.length === 1
        ? texts.stored.removeQuery
        : texts.stored.removeQueries(formatNumber(queries.length))}
    </button>
  )
}
