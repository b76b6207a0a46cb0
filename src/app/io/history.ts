import {
  createPath,
  type Location,
  NavigationType,
  type Navigator,
  parsePath,
  type To,
} from 'react-router-dom'
import { pathBelow } from '#core/site/paths.ts'

/** Safari refuses more than 100 calls in 30 s, other browsers more than 200 in 10 s: `replace` must leave some for `push`. */
const GAP_MS = 400
/** Delay before repeating a refused call. */
const RETRY_MS = 1_000

/** The present history entry, and the navigation that led to it. */
export interface Shown {
  location: Location
  navigationType: NavigationType
}

/** A call that the browser's history has not accepted yet. */
interface Unwritten {
  method: 'pushState' | 'replaceState'
  location: Location
  index: number
}

export type SiteHistory = Navigator & {
  shown: () => Shown
  listen: (tell: (shown: Shown) => void) => () => void
}

const newKey = (): string => Math.random().toString(36).slice(2, 10)

/**
 * The history of the browser, as the router needs it. Rendering never waits for it and never fails with it: refused calls
 * (Safari's limit, frames without permission) are repeated later, and addresses that are replaced in quick succession, as
 * during typing, are written at most once in `GAP_MS`.
 *
 * @param base path below which the site is served, with slashes at both ends
 * @param address path and query string below the base that replace those of the address bar, if given
 */
export function siteHistory(base: string, address?: string): SiteHistory {
  const read = (): Location => ({
    pathname: base.slice(0, -1) + (pathBelow(base, location.pathname) ?? '/'),
    search: location.search,
    hash: location.hash,
    state: history.state?.usr ?? null,
    key: history.state?.key ?? newKey(),
  })
  let index: number = history.state?.idx ?? 0
  let shown: Shown = { location: read(), navigationType: NavigationType.Pop }
  let tell: ((shown: Shown) => void) | undefined
  let unwritten: Unwritten[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRefused = false

  const later = (ms: number) => {
    timer = setTimeout(() => {
      timer = undefined
      isRefused = false
      write()
    }, ms)
  }
  const write = () => {
    if (isRefused || unwritten.length === 0) return
    clearTimeout(timer)
    try {
      for (let next = unwritten[0]; next; next = unwritten[0]) {
        const { method, location, index } = next
        const { state: usr, key } = location
        history[method](
          { ...(method === 'replaceState' && history.state), usr, key, idx: index },
          '',
          createPath(location),
        )
        unwritten.shift()
      }
      later(GAP_MS)
    } catch {
      isRefused = true
      later(RETRY_MS)
    }
  }
  const show = (location: Location, navigationType: NavigationType) => {
    shown = { location, navigationType }
    tell?.(shown)
  }
  const add = (method: Unwritten['method'], location: Location) => {
    const last = unwritten.at(-1)
    if (method === 'replaceState' && last) unwritten.splice(-1, 1, { ...last, location })
    else unwritten.push({ method, location, index })
    if (method === 'pushState' || timer === undefined) write()
  }
  const locationOf = (to: To, state: unknown): Location => ({
    ...{ pathname: shown.location.pathname, search: '', hash: '' },
    ...(typeof to === 'string' ? parsePath(to) : to),
    state: state ?? null,
    key: newKey(),
  })
  const onPop = () => {
    const pushed = unwritten.filter(({ method }) => method === 'pushState')
    const written = index - pushed.length
    const back = written - (history.state?.idx ?? written)
    if (pushed.length > 0 && back >= 0) {
      // The browser does not know the last entries and went back from an earlier one: undo that.
      if (back === 0) return
      unwritten =
        back < pushed.length
          ? unwritten.slice(0, unwritten.indexOf(pushed[pushed.length - back] as Unwritten))
          : []
      index -= back
      const last = unwritten.at(-1)
      if (last) show(last.location, NavigationType.Pop)
      history.go(Math.min(back, pushed.length))
      return
    }
    unwritten = []
    index = history.state?.idx ?? index
    show(read(), NavigationType.Pop)
  }

  if (address !== undefined)
    shown = {
      ...shown,
      location: { ...shown.location, ...{ search: '', hash: '' }, ...parsePath(base.slice(0, -1) + address) },
    }
  if (
    history.state?.key === undefined ||
    history.state.idx === undefined ||
    createPath(shown.location) !== createPath(location)
  )
    add('replaceState', shown.location)
  // A reader who leaves the page and comes back finds the address that is shown.
  addEventListener('click', write, true)
  addEventListener('pagehide', write)

  return {
    shown: () => shown,
    listen: listener => {
      tell = listener
      tell(shown)
      addEventListener('popstate', onPop)
      return () => {
        tell = undefined
        removeEventListener('popstate', onPop)
      }
    },
    createHref: to => (typeof to === 'string' ? to : createPath(to)),
    push: (to, state) => {
      index++
      const location = locationOf(to, state)
      add('pushState', location)
      show(location, NavigationType.Push)
    },
    replace: (to, state) => {
      const location = locationOf(to, state)
      add('replaceState', location)
      show(location, NavigationType.Replace)
    },
    go: delta => history.go(delta),
  }
}
