import { readFileSync } from 'node:fs'
import type { JSDOM } from 'jsdom'

const script = readFileSync('public/early.js', 'utf8')

/** Runs `public/early.js` in a window, as a page does before it is painted. */
export function runEarly(window: Window | JSDOM['window']): void {
  const { document } = window as Window
  // The script asks the element that it stands in where the site is.
  Object.defineProperty(document, 'currentScript', {
    value: Object.assign(document.createElement('script'), {
      src: new URL('early.js', document.location.href).href,
    }),
    configurable: true,
  })
  // jsdom has none of these; a page without them is told to be in too old a browser.
  for (const name of ['Worker', 'DecompressionStream', 'HTMLDialogElement'])
    if (!(name in window)) Object.assign(window, { [name]: class {} })
  ;(window as unknown as { eval: (code: string) => void }).eval(script)
}
