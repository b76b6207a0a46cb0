import { APP_ATTRIBUTE } from '#core/site/events.ts'
import { STORED_RELOAD, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

const { base } = pageSite
const KEY = storageName(STORED_RELOAD, base)
/** Shortest time between two reloads for this reason. */
const GUARD_MS = 30_000

/** Whether the site serves pages with other scripts than this one. */
async function isThere(): Promise<boolean> {
  const app = document.querySelector(`script[${APP_ATTRIBUTE}]`)?.getAttribute(APP_ATTRIBUTE)
  try {
    const page = await (await fetch(`${base}404.html`, { cache: 'no-store' })).text()
    return page.includes(` ${APP_ATTRIBUTE}="`) && !page.includes(`"${app}"`)
  } catch {
    return false
  }
}

/** Reloads the page, unless that just happened; never without storage, which remembers it. */
function reloadOnce(): boolean {
  try {
    const last = Number(sessionStorage.getItem(KEY))
    if (Math.abs(Date.now() - last) < GUARD_MS) return false
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    return false
  }
  location.reload()
  return true
}

/**
 * Handles a chunk that failed to load. If a deploy removed it, reloads the page once and never resolves.
 *
 * @returns whether a deploy removed it
 */
export async function goneWithDeploy(): Promise<boolean> {
  const isGone = await isThere()
  if (isGone && reloadOnce()) await new Promise(() => {})
  return isGone
}
