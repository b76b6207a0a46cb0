/*
 * Hosts answer with the page of another address where a query follows, or where they have no file. It is not shown: the
 * app is about to draw the right one. This runs before anything is painted, which the app does not.
 */
;(() => {
  const { documentElement: page, currentScript } = document
  const base = new URL('.', currentScript.src).pathname
  const path = location.pathname.slice(base.length - 1)
  if (page.dataset.path !== undefined && (page.dataset.path !== path || location.search !== ''))
    page.dataset.elsewhere = ''
})()
