/*
 * WebKit's driver does not tell what goes wrong in a page. So the page tells it itself, by a script that runs before all others.
 */

const KEY = 'what has gone wrong'

/** The script: keeps what goes wrong over all pages of a tab. */
export const WATCH = `(() => {
  const note = fault => {
    const faults = JSON.parse(sessionStorage.getItem('${KEY}') ?? '[]')
    sessionStorage.setItem('${KEY}', JSON.stringify([...faults, String(fault)]))
  }
  addEventListener('error', ({ message, target }) =>
    note(message === undefined ? 'not loaded: ' + (target.src ?? target.href) : 'page error: ' + message), true)
  addEventListener('unhandledrejection', ({ reason }) => note('page error: unhandled ' + reason))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note('policy violated: ' + violatedDirective + ' by ' + blockedURI))
  for (const level of ['error', 'warn']) {
    const say = console[level]
    console[level] = (...words) => {
      note('console: ' + words.join(' '))
      say.apply(console, words)
    }
  }
  window.isWatched = true
})()
`

/** An expression for what has gone wrong since the last time. A page that nobody watches is a fault itself. */
export const FAULTS = `(() => {
  const faults = JSON.parse(sessionStorage.getItem('${KEY}') ?? '[]')
  sessionStorage.removeItem('${KEY}')
  return window.isWatched ? faults : [...faults, 'nobody watches ' + location.href]
})()`
