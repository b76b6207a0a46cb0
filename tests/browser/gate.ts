import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

const FONT = /\.woff2$/
/** Most tests go without. */
const NO_SERVICE_WORKER = 'Service Worker registration blocked by Playwright'

/** What no page may do while a test drives it. */
async function watch(context: BrowserContext, origin: string, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(`Policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
    })
  })
  const pages = new Set<string>()
  context.on('request', request => {
    if (request.isNavigationRequest()) pages.add(request.url())
  })
  context.on('console', message => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // A page without a file is answered by that of 404.html, and the browser notes it.
    const isPageWithoutFile = pages.has(message.location().url) && message.text().includes('status of 404')
    const isFontHeldBack = FONT.test(message.location().url) && message.text().includes('ERR_FAILED')
    const isAsWished = message.text() === NO_SERVICE_WORKER
    if (!isPageWithoutFile && !isFontHeldBack && !isAsWished) faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', error => {
    faults.push(`page error: ${error.error().message}`)
  })
  context.on('request', request => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') {
      faults.push(`request to another origin: ${url.href}`)
    }
  })
  context.on('dialog', dialog => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
}

export interface Gate {
  /** What went wrong so far. A test that provokes a fault takes it out; whatever is left at the end fails the test. */
  faults: string[]
  /** A fresh browser context under the same watch: another person's browser. */
  anotherContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

export const test = base.extend<Gate>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults).toEqual([])
  },
  context: async ({ context, baseURL, faults }, use) => {
    await watch(context, new URL(baseURL as string).origin, faults)
    await use(context)
  },
  anotherContext: async ({ browser, baseURL, faults }, use) => {
    const opened: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext({ baseURL: baseURL as string, ...options })
      await watch(context, new URL(baseURL as string).origin, faults)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },
})

/** A list is drawn in two steps: this waits for the second, with as many papers as the list says that it found. */
export async function expectWhole(page: Page): Promise<void> {
  await expect(async () => {
    const said = (await page.locator('#count').textContent({ timeout: 1_000 })) ?? ''
    const found = Number(/[\d,]+/.exec(said)?.[0].replaceAll(',', ''))
    await expect(page.getByRole('article')).toHaveCount(Math.min(50, found), { timeout: 200 })
  }).toPass({ timeout: 15_000 })
}

/**
 * Waits until a page that came drawn has been brought to life: until then its links load pages, and its buttons do
 * nothing. React leaves a mark of its own on each element that it has taken over.
 */
export async function expectAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('a[href], button')].every(element =>
      Object.keys(element).some(key => key.startsWith('__reactProps$')),
    ),
  )
}

const QUIET_MS = 250
const MAX_WAIT_MS = 10_000

/**
 * Waits until no element has been added or removed for 250 ms. What a tool reads while React replaces elements is neither
 * the page before nor the page after. A page that never rests is read after 10 s.
 */
export const waitForQuiet = (page: Page): Promise<void> =>
  page.evaluate(
    // No function in here has a name: tsx would have it name itself by a helper that the page does not have.
    async ([quiet, longest]) => {
      let observer: MutationObserver | undefined
      await new Promise<void>(resolve => {
        let timer = setTimeout(resolve, quiet)
        observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quiet)
        })
        observer.observe(document, { childList: true, subtree: true })
        setTimeout(resolve, longest)
      })
      observer?.disconnect()
    },
    [QUIET_MS, MAX_WAIT_MS] as const,
  )

/** The part of a page that lists papers. */
export const papersOn = (page: Page): Locator => page.getByRole('region', { name: 'Papers' })

/** Opens a list and waits until all of the corpus has come, so that nothing moves any more. */
export async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(papersOn(page).getByText(/\b46 papers.*\d ms$/)).toBeVisible()
  await expectAlive(page)
}

/**
 * Keeps the font from a page. Whether a page is set in it depends on how soon it comes, and where papers stand depends on that:
 * without it they stand in the same place after a reload.
 */
export const withoutFont = (page: Page): Promise<unknown> => page.route(FONT, route => route.abort())

/** Waits until nothing scrolls or grows any more: cards that come near the window are laid out frame by frame. */
export async function atRest(page: Page): Promise<void> {
  let last = Number.NaN
  await expect
    .poll(async () => {
      const before = last
      last = await page.evaluate(() => window.scrollY + document.documentElement.scrollHeight)
      return last - before
    })
    .toBe(0)
}

/** How far a page is scrolled, in pixels. */
export const scrollOf = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

/**
 * Scrolls as a person does, and waits until nothing moves any more. That the page moves is what it waits for: now and then
 * the browser does not tell that it has turned the wheel.
 */
export async function wheel(page: Page, by: number): Promise<void> {
  await atRest(page)
  const before = await scrollOf(page)
  page.mouse.wheel(0, by).catch(() => {})
  await expect.poll(() => scrollOf(page)).not.toBe(before)
  await atRest(page)
}

/** Where an element stands below the top of the window, in pixels. */
export const topOf = async (element: Locator): Promise<number> =>
  (await element.boundingBox())?.y ?? Number.NaN

/** A place in a list is where a card stands, not how far was scrolled: cards far from the window have estimated heights. */
export const expectAt = (element: Locator, top: number): Promise<void> =>
  expect.poll(async () => Math.abs((await topOf(element)) - top)).toBeLessThanOrEqual(2)

export { expect }
