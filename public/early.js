/*
 * What has to be done before anything is painted, which is before the app runs.
 *
 * What a reader has set (`src/core/site/settings.ts` has the same names and values) becomes attributes of the page, which styles
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
 * What people do before the app is there is kept, in its order: clicks on buttons, the search sent by Enter, and keys that
 * mean something to the app. Once it is there, it takes each of them as if it came then (`src/app/commands/replay.ts`). Text
 * in the box is kept by the browser, and the app reads it there. Where the app cannot run, nothing is held back.
 * A page in which somebody has done something stays where they are (`src/app/navigation/scrollRestoration.ts` goes by it).
 */
;(() => {
  const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'click']
  const TYPED_IN = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
  const isApple = /^(?:Mac|iP)/.test(navigator.platform)
  const { dataset } = document.documentElement
  const held = []
  // Whether what is typed next is for a box that is not there yet.
  let isForBox = false

  const note = ({ repeat }) => {
    // A key held down goes on from the page before.
    if (!repeat) dataset.acted = ''
  }
  // What the app itself does once it is there is not held.
  const isHeldBack = ({ isTrusted }) => isTrusted && dataset.broken === undefined
  const hold = (event, what) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(what)
  }
  /** The search box, where it can be seen. */
  const boxInView = () => {
    const box = document.getElementById('search')
    return box && dataset.elsewhere === undefined && box.getClientRects().length > 0 ? box : undefined
  }
  const onKeyDown = event => {
    const { key, code, target, repeat, ctrlKey, metaKey, shiftKey, altKey } = event
    // 229: a key that an input method keeps for itself.
    if (!isHeldBack(event) || event.isComposing || event.keyCode === 229) return
    const modifierAltGraph = event.getModifierState('AltGraph')
    const as = { key, code, repeat, ctrlKey, metaKey, shiftKey, altKey, modifierAltGraph }
    const isMod = !shiftKey && !altKey && (isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey)
    const isToBox = isMod && key.toLowerCase() === 'k'
    const isPlain = !metaKey && (modifierAltGraph ? /^[^a-z\d]$/i.test(key) : !ctrlKey && !altKey)
    const box = boxInView()
    if (
      isToBox ||
      (key === '/' && isPlain && !isForBox && dataset.keys !== 'off' && !target.closest(TYPED_IN))
    ) {
      if (box && held.length === 0 && document.activeElement !== box) {
        event.preventDefault()
        box.focus()
        box.select()
      } else {
        hold(event, { key: as })
        isForBox = true
      }
    } else if (isForBox) {
      if (isPlain && (key.length === 1 || key === 'Backspace' || key === 'Enter'))
        hold(event, { key: as, isText: true })
    } else if (target.closest(TYPED_IN)) {
      if (key !== 'Escape' || target !== box) return
      if (box.value === '') box.blur()
      else box.value = ''
    } else if (isPlain && /^\S$/.test(key) && dataset.keys !== 'off') hold(event, { key: as })
  }
  const onClick = event => {
    const button = isHeldBack(event) && event.target.closest('button')
    if (!button) return
    // Who clicks again because nothing happens means it once.
    if (held.at(-1)?.button === button) held.pop()
    hold(event, { button })
  }
  const onSubmit = event => {
    if (isHeldBack(event)) hold(event, { form: event.target })
  }
  const stop = () => {
    removeEventListener('keydown', onKeyDown, true)
    removeEventListener('click', onClick, true)
    removeEventListener('submit', onSubmit, true)
  }
  for (const act of ACTS) addEventListener(act, note, { passive: true, capture: true })
  addEventListener('keydown', onKeyDown, true)
  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  addEventListener(
    'alive',
    ({ detail: replay }) => {
      for (const act of ACTS) removeEventListener(act, note, true)
      if (held.length > 0) replay(held, stop)
      else stop()
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

  // Paths below the base, whatever spelling of it stands in the address (`pathBelow` in `src/core/site/paths.ts` does the same).
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
