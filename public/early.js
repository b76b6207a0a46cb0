/*
 * What has to be done before anything is painted, which is before the app runs.
 *
 * What a reader has set (`src/core/settings.ts` has the same names and values) becomes attributes of the page, which styles
 * follow; so does what another tab sets, and what this page does without storage, which tells of it the same way.
 */
;(() => {
  const KEY = 'broadsheet.settings.v1'
  const VALUES = {
    theme: ['light', 'dark'],
    text: ['small', 'large', 'larger'],
    density: ['tight'],
    abstract: ['0', '1', '6'],
    keys: ['off'],
  }
  const { dataset } = document.documentElement
  const show = stored => {
    let chosen
    try {
      chosen = JSON.parse(stored)
    } catch {
      // Junk in the storage counts as nothing.
    }
    for (const name in VALUES) {
      const value = chosen?.[name]
      if (VALUES[name].includes(value)) dataset[name] = value
      else delete dataset[name]
    }
    const { theme } = dataset
    for (const meta of document.querySelectorAll('meta[data-scheme]')) {
      const { scheme } = meta.dataset
      meta.setAttribute(
        'media',
        theme ? (theme === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`,
      )
    }
    document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme ?? 'light dark')
  }
  const showStored = () => {
    try {
      show(localStorage.getItem(KEY))
    } catch {
      // Storage is blocked: the page stays as it is.
    }
  }
  showStored()
  addEventListener('storage', ({ key, newValue }) => {
    // Without a key, everything was removed.
    if (key === KEY || key === null) show(newValue)
  })
  // A page that Back brings out of the browser's memory has heard of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showStored()
  })
})()

/*
 * Hosts answer with the page of another address where a query follows, or where they have no file. It is not shown: the
 * app is about to draw the right one.
 *
 * A page that came drawn is shown before the app is asked for: the app, which is most of what a visit fetches, would
 * share the line with styles and font, and hold up what can be read already.
 */
;(() => {
  const { documentElement: page, currentScript: script, head } = document
  const { path } = page.dataset
  const { app } = script.dataset
  const base = new URL('.', script.src).pathname
  const isDrawn = path === location.pathname.slice(base.length - 1) && location.search === ''
  if (!isDrawn && path !== undefined) page.dataset.elsewhere = ''
  // While developing, the page starts the app itself.
  if (app === undefined) return
  const start = () => import(app)
  // Tabs that nobody looks at have no frames.
  const isShown = isDrawn && !document.hidden
  if (!isShown)
    head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: app }))
  addEventListener('DOMContentLoaded', () => {
    if (!isShown) return start()
    // With the second frame, the first is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)))
    document.addEventListener('visibilitychange', start, { once: true })
  })
})()
