import { APP_ATTRIBUTE } from '#core/site/events.ts'
import { STORED_RELOAD, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

const { base } = pageSite
const KEY = storageName(STORED_RELOAD, base)
/** A page that was reloaded for the same reason so recently is not reloaded again. */
const GUARD_MS = 30_000

/** Whether the site answers with pages that are made by other scripts than this one. */
async function isThere(): Promise<boolean> {
  const app = document.querySelector(`script[${APP_ATTRIBUTE}]`)?.getAttribute(APP_ATTRIBUTE)
  try {
    const page = await (await fetch(`${base}404.html`, { cache: 'no-store' })).text()
    return page.includes(` ${APP_ATTRIBUTE}="`) && !page.includes(`"${app}"`)
  } catch {
    return false
  }
}

/** Reloads the page, unless that was just done; without storage nobody would know. */
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
 * A part of the page could not be loaded. Where a deploy took it away, the page is reloaded once, and this never returns.
 *
 * @returns whether that was why
 */
export async function goneWithDeploy(): Promise<boolean> {
  const isGone = await isThere()
  if (isGone && reloadOnce()) await new Promise(() => {})
  return isGone
}
