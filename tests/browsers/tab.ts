import type { Driver } from './driver.ts'
import { pause } from './programs.ts'

/** How long a condition is waited for. Only what never comes takes so long. */
const LONGEST_MS = 30_000

/** Calls a function in the page. Compilers have it call `__name`, which the page does not know. */
const expressionOf = (program: unknown, args: readonly unknown[]): string =>
  `(() => { const __name = value => value; return (${program})(...${JSON.stringify(args)}) })()`

/** The middle of the first element that is drawn and of this name; whether a click there would reach it. */
function find(css: string, name: string): { x: number; y: number; isReached: boolean } | undefined {
  for (const element of document.querySelectorAll(css)) {
    const [box] = element.getClientRects()
    const called = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    if (!box?.width || !box.height || !new RegExp(name).test(called)) continue
    element.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = element.getClientRects()[0] as DOMRect
    const [x, y] = [left + width / 2, top + height / 2]
    const hit = document.elementFromPoint(x, y)
    return { x, y, isReached: element.contains(hit) || hit?.contains(element) === true }
  }
  return undefined
}

/** What a story does in the one tab of a browser. All that waits, waits for a condition. */
export class Tab {
  readonly driver: Driver
  /** Where the site is, with a slash at the end. */
  readonly address: string

  constructor(driver: Driver, address: string) {
    this.driver = driver
    this.address = address
  }

  /** Opens a page of the site by its path, and waits until its links and buttons work. */
  async open(path: string): Promise<void> {
    await this.driver.goto(new URL(path, this.address).href)
    await this.alive()
  }

  async reload(): Promise<void> {
    await this.driver.reload()
    await this.alive()
  }

  /** React leaves a mark of its own on each element that it has taken over. */
  alive(): Promise<unknown> {
    return this.until('the page to come alive', () => {
      const controls = [...document.querySelectorAll('#root a[href], #root button')]
      const isTaken = (control: Element) => Object.keys(control).some(key => key.startsWith('__reactProps$'))
      return controls.length > 0 && controls.every(isTaken)
    })
  }

  /** Calls a function in the page, with arguments that are JSON. */
  async run<T, A extends unknown[]>(program: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return (await this.driver.evaluate(expressionOf(program, args))) as Awaited<T>
  }

  /** Waits until a function in the page gives something true, and gives that. */
  async until<T, A extends unknown[]>(
    what: string,
    program: (...args: A) => T,
    ...args: A
  ): Promise<NonNullable<Awaited<T>>> {
    let last: unknown
    for (const end = Date.now() + LONGEST_MS; Date.now() < end; await pause(50)) {
      // While a page is being replaced, nothing can be asked.
      last = await this.run(program, ...args).catch((error: Error) => {
        last = error.message
        return undefined
      })
      if (last) return last as NonNullable<Awaited<T>>
    }
    const { href, text } = await this.run(() => ({
      href: location.href,
      text: document.body.innerText.slice(0, 300),
    }))
    throw new Error(`Waited in vain for ${what}, at ${href}. There: ${text.replaceAll('\n', ' | ')}`)
  }

  /** Waits until an element is drawn. `name` is a part of its label or text, as a regular expression. */
  async see(css: string, name = ''): Promise<void> {
    await this.until(`${css} “${name}”`, find, css, name)
  }

  async seeNot(css: string, name = ''): Promise<void> {
    await this.until(
      `${css} “${name}” to go`,
      (css, name) =>
        ![...document.querySelectorAll(css)].some(
          element =>
            element.getClientRects().length > 0 &&
            new RegExp(name).test((element.getAttribute('aria-label') ?? element.textContent ?? '').trim()),
        ),
      css,
      name,
    )
  }

  /** Clicks an element once a click reaches it, and it stands where it stood a moment before. */
  async click(css: string, name = ''): Promise<void> {
    let before = ''
    for (const end = Date.now() + LONGEST_MS; ; await pause(100)) {
      const place = await this.until(`${css} “${name}”`, find, css, name)
      const isAtRest = JSON.stringify(place) === before
      before = JSON.stringify(place)
      if (place.isReached && isAtRest) return this.driver.click(place.x, place.y)
      if (Date.now() > end) throw new Error(`Something covers ${css} “${name}”.`)
    }
  }

  press(...keys: string[]): Promise<void> {
    return this.driver.press(keys)
  }

  type(text: string): Promise<void> {
    return this.driver.press([...text])
  }

  heading(name: string): Promise<void> {
    return this.see('h1', name)
  }

  /** Waits until a list has its answer, drawn from all papers: what is said of their number. */
  /** Waits for the count of a list and for all of its papers: they are rendered in batches. */
  async count(name: string): Promise<void> {
    await this.see('#count', `${name}.*\\d ms$`)
    await this.until('all papers of the list', () => {
      const count = document.querySelector('#count')?.textContent ?? ''
      const papers = Number.parseInt(count.replaceAll(',', ''), 10)
      return document.querySelectorAll('article').length >= Math.min(50, papers)
    })
  }

  async at(address: string): Promise<void> {
    await this.until(
      `the address ${address}`,
      address => location.href.slice(location.origin.length) === address,
      address,
    )
  }

  titles(): Promise<string[]> {
    return this.run(() =>
      [...document.querySelectorAll('article')].map(card => card.querySelector('h2, h3')?.textContent ?? ''),
    )
  }

  /** The name of what has the focus. */
  focused(): Promise<string> {
    return this.run(() => {
      const { activeElement } = document
      return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim()
    })
  }
}

/** Compares, and says what differs. */
export function expectSame(what: string, seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(seen)} where ${JSON.stringify(wanted)} was expected`)
}
