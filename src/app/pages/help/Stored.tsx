import { formatNumber } from '#core/text/numbers.ts'
import { MAX_RECENT } from '../../io/recentQueries.ts'
import { useConnectivity } from '../../state/connectivity.ts'
import { useIsScripted } from '../../state/initialData.ts'
import { forgetAllQueries, useRecentQueries } from '../../state/recentQueries.ts'
import { announce } from '../../ui/Announcer.tsx'

/** Data that this browser keeps for the site, and how to delete it. */
export function Stored() {
  return (
    <>
      <p>
        Everything runs in your browser. <Offline /> There is no account, there are no cookies, and nothing of
        what you type is sent anywhere. Your browser keeps:
      </p>
      <dl className="space-y-3">
        <div>
          <dt className="font-semibold">The queries you used last</dt>
          <dd>
            At most {MAX_RECENT}, for the list under the empty search box. The cross beside one, or Delete,
            removes it. <ForgetQueries />
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Your settings</dt>
          <dd>What differs from the defaults. “Reset to the defaults” in the settings removes it.</dd>
        </div>
        <div>
          <dt className="font-semibold">Your places</dt>
          <dd>
            How far you had scrolled in the pages you visited and which papers you had expanded, so that Back
            leads there. Closing the tab removes them.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Files of the site</dt>
          <dd>
            Papers, index and scripts, so that they need not come again, as far as there is room for them.
            Newer ones take their place; the browser removes them when it needs the room.
          </dd>
        </div>
      </dl>
      <p>Deleting the data of this site in your browser removes all of it at once.</p>
    </>
  )
}

/** Whether the site works without a network, as far as this browser has said. */
function Offline() {
  const { notCached } = useConnectivity()
  if (notCached === 'impossible')
    return 'It needs a network at each visit: this browser does not keep the site.'
  if (notCached)
    return 'It needs a network at each visit: this browser has no room to keep the site. It is asked again with the next version of the site, or in a week.'
  return 'After one visit, all pages, papers and searches are there without a network as well, as of the last time that there was one; a line below the masthead says so. Where the browser can install the site, it opens like any other program.'
}

function ForgetQueries() {
  const isScripted = useIsScripted()
  const { queries } = useRecentQueries()
  // Stored queries are unknown where pages are prerendered.
  if (!isScripted) return null
  if (queries.length === 0) return <span className="text-soft">There are none now.</span>
  return (
    <button
      type="button"
      className="target prose-link"
      onClick={() => {
        forgetAllQueries()
        announce('Recent queries removed')
      }}
    >
      {queries.length === 1 ? 'Remove the one there is' : `Remove all ${formatNumber(queries.length)}`}
    </button>
  )
}
