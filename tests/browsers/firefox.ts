import puppeteer, { type KeyInput, type Page } from 'puppeteer-core'
import type { Browser, Driver } from './driver.ts'
import { keysOf } from './keys.ts'
import { programOf } from './programs.ts'

const program = (): string | undefined => programOf('firefox-esr') ?? programOf('firefox')

/** Has Firefox allow service workers on http://localhost while it is driven. */
const ALLOWED = { 'dom.serviceWorkers.testing.enabled': true }

/** What Firefox notes where a page is left while it is loading. */
const LEFT = /Failed to load ‘’\. A ServiceWorker intercepted the request/

class Firefox implements Driver {
  readonly #page: Page
  readonly #close: () => Promise<void>
  readonly #faults: string[] = []

  constructor(page: Page, close: () => Promise<void>) {
    this.#page = page
    this.#close = close
    page.on('console', message => {
      if (['error', 'warn'].includes(message.type())) this.#note(`console: ${message.text()}`)
    })
    // Violations of the policy are among these.
    page.on('pageerror', error => this.#note(`page error: ${error instanceof Error ? error.message : error}`))
  }

  #note(fault: string): void {
    if (!LEFT.test(fault)) this.#faults.push(fault)
  }

  async goto(address: string): Promise<void> {
    await this.#page.goto(address)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  async back(): Promise<void> {
    // Within one page nothing is loaded, which puppeteer would wait for.
    await this.#page.evaluate('history.back()')
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression)
  }

  async press(keys: readonly string[]): Promise<void> {
    const { keyboard } = this.#page
    for (const { held, key } of keys.map(keysOf)) {
      for (const modifier of held) await keyboard.down(modifier as KeyInput)
      await keyboard.press(key as KeyInput)
      for (const modifier of held.toReversed()) await keyboard.up(modifier as KeyInput)
    }
  }

  click(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y)
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height })
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot()
  }

  async faults(): Promise<string[]> {
    return this.#faults.splice(0)
  }

  close(): Promise<void> {
    return this.#close()
  }
}

export const firefox: Browser = {
  name: 'Firefox',
  packages: 'firefox-esr',
  tellsFaults: true,
  isInstalled: () => program() !== undefined,
  async start(isDark) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program() as string,
      defaultViewport: { width: 1440, height: 900 },
      extraPrefsFirefox: {
        ...ALLOWED,
        'layout.css.prefers-color-scheme.content-override': isDark ? 0 : 1,
      },
    })
    return {
      open: async () => {
        const context = await browser.createBrowserContext()
        return new Firefox(await context.newPage(), () => context.close())
      },
      close: () => browser.close(),
    }
  },
}
