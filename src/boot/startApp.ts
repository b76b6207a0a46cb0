import { APP_ATTRIBUTE, ELSEWHERE, RENDERED_PATH } from '#core/site/events.ts'
import { pathBelow } from '#core/site/paths.ts'
import { WORKER_ENGINE } from '#core/site/siteProfile.ts'
import { noticesFor, reportErrors } from './notice.ts'

const { documentElement: page, currentScript: script, head } = document
const { dataset } = page

/** Features that the app needs and older browsers lack. */
function lackingFeatures(): string[] {
  const features = {
    'array copies': 'toSorted' in Array.prototype,
    DecompressionStream: 'DecompressionStream' in window,
    dialogs: 'HTMLDialogElement' in window,
    workers: 'Worker' in window,
  }
  return Object.entries(features)
    .filter(([, isThere]) => !isThere)
    .map(([name]) => name)
}

/**
 * Whether the page is that of its address. Hosts answer with another page after a query, or if they have no file. File
 * endings and tracking parameters make no other address.
 *
 * @param path of the address, below the base
 */
function isOfAddress(path: string): boolean {
  const opened = path.replace(/(?:(?:\/|^)index)?\.html$|\/$/, '') || '/'
  const query = location.search.replace(/[?&](?:utm_\w+|\w*clid|ref)=[^&]*/g, '')
  return dataset[RENDERED_PATH] === opened && query === ''
}

/** Calls back after the first paint of the page, or when it is hidden or shown: hidden tabs paint nothing. */
function afterPaint(act: () => void): void {
  if (PerformanceObserver.supportedEntryTypes?.includes('paint'))
    new PerformanceObserver(list => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) act()
    }).observe({ type: 'paint', buffered: true })
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)))
  document.addEventListener('visibilitychange', act, { once: true })
}

/**
 * Starts the app, or says why it does not run. A prerendered page remains readable; it is painted before the app is
 * fetched, which is the largest part of a visit and would share the network with styles and font.
 */
export function startApp(base: string, engine = WORKER_ENGINE): void {
  const app = script?.getAttribute(APP_ATTRIBUTE) ?? undefined
  const notices = noticesFor(app)
  reportErrors(notices)

  const path = pathBelow(base, location.pathname)
  if (path === undefined) {
    notices.wrongAddress(base)
    return
  }

  const isShown = isOfAddress(path)
  // The page of another address stays hidden: the app is about to render the right one.
  if (!isShown && dataset[RENDERED_PATH] !== undefined) dataset[ELSEWHERE] = ''

  const lacking = lackingFeatures()
  if (lacking.length > 0) {
    notices.tooOld(lacking)
    return
  }

  if (engine !== WORKER_ENGINE) {
    notices.unknownEngine(engine)
    return
  }

  // While developing, the page starts the app itself.
  if (app === undefined) return
  const start = (): void => {
    import(/* @vite-ignore */ app).catch(notices.failed)
  }
  const waitsForPaint = isShown && !document.hidden
  if (!waitsForPaint)
    head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: app }))
  addEventListener('DOMContentLoaded', () => (waitsForPaint ? afterPaint(start) : start()))
}
