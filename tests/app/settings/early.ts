import { readFileSync } from 'node:fs'
import type { JSDOM } from 'jsdom'

const script = readFileSync('public/early.js', 'utf8')

/** Runs `public/early.js` in a window, as a page does before it is painted. */
export function runEarly(window: Window | JSDOM['window']): void {
  const { document } = window as Window
  // The script asks the element that it stands in where the site is.
  Object.defineProperty(document, 'currentScript', {
    value: { src: new URL('early.js', document.location.href).href },
    configurable: true,
  })
  ;(window as unknown as { eval: (code: string) => void }).eval(script)
}
