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
 * Buttons that came drawn do nothing until the app is there. The one that was clicked last is clicked again then, unless
 * something else was clicked since. No form is sent anywhere. Whoever has done something is where they want to be
 * (`src/app/place.tsx` goes by it).
 */
;(() => {
  const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'click']
  const { dataset } = document.documentElement
  let clicked
  const note = ({ type, target, repeat }) => {
    // A key held down goes on from the page before.
    if (!repeat) dataset.acted = ''
    if (type === 'click') clicked = target.closest('button')
  }
  const hold = event => event.preventDefault()
  for (const act of ACTS) addEventListener(act, note, { passive: true, capture: true })
  addEventListener('submit', hold, true)
  addEventListener(
    'alive',
    () => {
      for (const act of ACTS) removeEventListener(act, note, true)
      removeEventListener('submit', hold, true)
      if (clicked?.isConnected) clicked.click()
    },
    { once: true },
  )
})()

/*
 * Starts the app, and says so where it cannot run, does not come or breaks, in place of a page that is blank or does
 * nothing. What was drawn when the site was built can be read all the same.
 */
;(() => {
  const { documentElement: page, currentScript: script, head } = document
  const { dataset } = page
  // While developing, the page starts the app itself.
  const { app } = script.dataset
  const tell = words => {
    if (dataset.broken !== undefined) return
    dataset.broken = ''
    // Better the page of another address than none.
    delete dataset.elsewhere
    const show = () => {
      const aside = document.createElement('aside')
      aside.className = 'broken'
      aside.setAttribute('aria-label', 'What does not work')
      const again = document.createElement('a')
      again.href = ''
      again.textContent = 'Try again'
      // A script that was cut off on its way is kept like a whole one: it is fetched past what the browser keeps.
      again.onclick = event => {
        event.preventDefault()
        fetch(app, { cache: 'reload' })
          .catch(() => undefined)
          .then(() => location.reload())
      }
      aside.append(`${words} `, again)
      document.body.prepend(aside)
    }
    if (document.body) show()
    else addEventListener('DOMContentLoaded', show)
  }
  const READ = 'What stands below can be read.'
  const NEWER = 'need a newer browser: Chrome or Edge 111, Firefox 128 or Safari 16.4'
  const OLD = `Searching and narrowing ${NEWER}. ${READ}`
  const UNREADABLE = `The scripts of this page arrived damaged, or ${NEWER}. ${READ}`
  const fail = error => {
    const message = error?.message ?? String(error)
    if (error instanceof SyntaxError) tell(UNREADABLE)
    // Each browser has its own words for a module that it could not have; all of them name it so.
    else if (/module/i.test(message))
      tell(`The scripts of this page did not come: the network or the site does not answer. ${READ}`)
    else tell(`The scripts of this page broke: ${message}. ${READ}`)
  }
  addEventListener('broken', ({ detail }) => fail(detail))
  // What cannot be drawn is taken away as a whole. Other errors, those of what is built into the browser too, harm nothing.
  addEventListener('error', ({ message }) => {
    setTimeout(() => {
      if (document.getElementById('root')?.hasChildNodes() === false) tell(`This page broke: ${message}.`)
    })
  })

  // Paths below the base, whatever spelling of it stands in the address (`pathBelow` in `src/core/paths.ts` does the same).
  const base = new URL('.', script.src).pathname
  const spelt = path => decodeURIComponent(path).toLowerCase()
  const parts = location.pathname.split('/')
  const folders = base.split('/').length - 1
  let below
  try {
    if (spelt(`${parts.slice(0, folders).join('/')}/`) === spelt(base))
      below = `/${parts.slice(folders).join('/').replace(/^\/+/, '')}`
  } catch {
    // A malformed escape is no part of a base.
  }
  if (below === undefined)
    return tell(
      `Searching and narrowing do not work at this address: the site was built to be opened at ${location.origin}${base}. ${READ}`,
    )

  // Hosts answer with the page of another address where a query follows, or where they have no file. It is not shown: the
  // app is about to draw the right one. The names of files and what trackers add make no other address.
  const opened = below.replace(/(?:(?:\/|^)index)?\.html$|\/$/, '') || '/'
  const query = location.search.replace(/[?&](?:utm_\w+|\w*clid|ref)=[^&]*/g, '')
  const isDrawn = dataset.path === opened && query === ''
  if (!isDrawn && dataset.path !== undefined) dataset.elsewhere = ''

  const has = {
    'array copies': 'toSorted' in Array.prototype,
    DecompressionStream: 'DecompressionStream' in window,
    dialogs: 'HTMLDialogElement' in window,
    workers: 'Worker' in window,
  }
  const lacking = Object.keys(has).filter(name => !has[name])
  if (lacking.length > 0) return tell(`${OLD} This one lacks ${lacking.join(', ')}.`)

  if (app === undefined) return
  const start = () => {
    import(app).catch(fail)
  }
  // A page that came drawn is shown before the app is asked for: the app, which is most of what a visit fetches, would
  // share the line with styles and font, and hold up what can be read already. Tabs that nobody looks at paint nothing.
  const isShown = isDrawn && !document.hidden
  if (!isShown)
    head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: app }))
  addEventListener('DOMContentLoaded', () => {
    if (!isShown) return start()
    const isPainted = list => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) start()
    }
    if (PerformanceObserver.supportedEntryTypes?.includes('paint'))
      new PerformanceObserver(isPainted).observe({ type: 'paint', buffered: true })
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)))
    document.addEventListener('visibilitychange', start, { once: true })
  })
})()
