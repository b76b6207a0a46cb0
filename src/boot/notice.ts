import { BROKEN, BROKEN_EVENT, ELSEWHERE } from '#core/site/events.ts'

const READ = 'You can still read this page.'
const NEWER = 'need a newer browser: Chrome or Edge 111, Firefox 128 or Safari 16.4'

const { dataset } = document.documentElement

/** A script that was cut off on its way is cached like a whole one: it is fetched past that cache. */
function reloadWith(app: string | undefined): void {
  fetch(app as string, { cache: 'reload' })
    .catch(() => undefined)
    .then(() => location.reload())
}

/**
 * Says once, above the page, why the app does not run.
 *
 * @param app address of the app's script
 */
function showNotice(text: string, app: string | undefined): void {
  if (dataset[BROKEN] !== undefined) return
  dataset[BROKEN] = ''
  // Better the page of another address than none.
  delete dataset[ELSEWHERE]
  const show = (): void => {
    const aside = document.createElement('aside')
    aside.className = 'broken'
    aside.setAttribute('aria-label', 'What does not work')
    const retry = document.createElement('a')
    retry.href = ''
    retry.textContent = 'Try again'
    retry.onclick = event => {
      event.preventDefault()
      reloadWith(app)
    }
    aside.append(`${text} `, retry)
    document.body.prepend(aside)
  }
  if (document.body) show()
  else addEventListener('DOMContentLoaded', show)
}

/** The notices of a page, and what reports them. */
export function noticesFor(app: string | undefined) {
  const show = (text: string): void => showNotice(text, app)
  return {
    tooOld: (lacking: readonly string[]): void =>
      show(`Searching and narrowing ${NEWER}. ${READ} This one lacks ${lacking.join(', ')}.`),
    wrongAddress: (base: string): void =>
      show(
        `Searching and narrowing do not work at this address: the site was built to be opened at ${location.origin}${base}. ${READ}`,
      ),
    unknownEngine: (engine: string): void =>
      show(
        `Searching and narrowing do not work: the page asks for the engine “${engine}”, which its scripts do not have. ${READ}`,
      ),
    /** For an error of loading the app, or of its first rendering. */
    failed: (error: unknown): void => {
      const message = (error as Error | undefined)?.message ?? String(error)
      if (error instanceof SyntaxError) show(`The scripts of this page arrived damaged, or ${NEWER}. ${READ}`)
      // Each browser has its own words for a module that did not load; all of them name it so.
      else if (/module/i.test(message))
        show(`The scripts of this page did not load: the network or the site does not answer. ${READ}`)
      else show(`The scripts of this page broke: ${message}. ${READ}`)
    },
    /** For an error after which nothing is rendered. Other errors, those of browser extensions too, harm nothing. */
    emptied: (message: string): void => {
      if (document.getElementById('root')?.hasChildNodes() === false) show(`This page broke: ${message}.`)
    },
  }
}

export type Notices = ReturnType<typeof noticesFor>

export function reportErrors({ failed, emptied }: Notices): void {
  addEventListener(BROKEN_EVENT, event => failed((event as CustomEvent<unknown>).detail))
  addEventListener('error', ({ message }) => {
    setTimeout(() => emptied(message))
  })
}
