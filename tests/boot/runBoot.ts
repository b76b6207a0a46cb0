import type { JSDOM } from 'jsdom'
import { bootScript } from '#site/assets/bootScript.ts'

/** The boot script as the site serves it. */
export const { code } = await bootScript()

/** Runs the boot script in a window, as a page does before it is painted. */
export function runBoot(window: Window | JSDOM['window']): void {
  const { document } = window as Window
  // The script asks the element that it stands in where the app is.
  Object.defineProperty(document, 'currentScript', {
    value: document.createElement('script'),
    configurable: true,
  })
  // jsdom has none of these; a page without them is told to be in too old a browser.
  for (const name of ['Worker', 'DecompressionStream', 'HTMLDialogElement'])
    if (!(name in window)) Object.assign(window, { [name]: class {} })
  ;(window as unknown as { eval: (code: string) => void }).eval(code)
}
