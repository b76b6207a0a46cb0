import { createPath } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Shown, type SiteHistory, siteHistory } from '#app/io/history.ts'

/** A history of one tab that refuses calls when told to. Going is told of at once, which browsers do a moment later. */
class FakeHistory {
  entries: { state: unknown; url: string }[] = [{ state: null, url: '/' }]
  at = 0
  calls = 0
  isRefusing = false
  get state() {
    return this.entries[this.at]?.state
  }
  get url() {
    return this.entries[this.at]?.url
  }
  #take() {
    this.calls++
    if (this.isRefusing) throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  pushState(state: unknown, _: string, url: string) {
    this.#take()
    this.entries.splice(++this.at, Number.POSITIVE_INFINITY, { state, url })
    this.#locate()
  }
  replaceState(state: unknown, _: string, url: string) {
    this.#take()
    this.entries[this.at] = { state, url }
    this.#locate()
  }
  go(delta: number) {
    this.at += delta
    this.#locate()
    dispatchEvent(new PopStateEvent('popstate'))
  }
  #locate() {
    vi.stubGlobal('location', new URL(this.url ?? '/', 'https://site.example'))
  }
}

let browser: FakeHistory
let shown: Shown[]
let stop: () => void

function begin(base = '/', address?: string): SiteHistory {
  const history = siteHistory(base, address)
  stop = history.listen(now => shown.push(now))
  return history
}

const path = () => createPath(shown.at(-1)?.location ?? {})
const replaceWith = (history: SiteHistory, to: string) => history.replace(to, null)

beforeEach(() => {
  vi.useFakeTimers()
  browser = new FakeHistory()
  shown = []
  vi.stubGlobal('history', browser)
  vi.stubGlobal('location', new URL('https://site.example/'))
})
afterEach(() => stop())

test('what is shown follows at once, and the address too', () => {
  const history = begin()
  expect(browser.state).toMatchObject({ key: expect.any(String), idx: 0 })
  history.push('/theme/rlvr', { from: 'list' })
  expect([path(), browser.url]).toEqual(['/theme/rlvr', '/theme/rlvr'])
  expect(browser.state).toMatchObject({ usr: { from: 'list' }, idx: 1, key: shown.at(-1)?.location.key })
  browser.go(-1)
  expect([path(), shown.at(-1)?.navigationType]).toEqual(['/', 'POP'])
})

test('while somebody types, the address is written at most once in 0.4 s, and ends as what is shown', () => {
  const history = begin()
  vi.advanceTimersByTime(1_000)
  const before = browser.calls
  for (let typed = 1; typed <= 100; typed++) {
    replaceWith(history, `/?q=${'x'.repeat(typed)}`)
    expect(path()).toBe(`/?q=${'x'.repeat(typed)}`)
    vi.advanceTimersByTime(60)
  }
  vi.advanceTimersByTime(1_000)
  expect(browser.calls - before).toBeLessThanOrEqual(16)
  expect(browser.url).toBe(path())
  expect(browser.entries).toHaveLength(1)
})

test('a page that is opened behind a query that is not written yet leaves both in the history', () => {
  const history = begin()
  replaceWith(history, '/?q=a')
  replaceWith(history, '/?q=ab')
  history.push('/paper/x', null)
  expect(browser.entries.map(({ url }) => url)).toEqual(['/?q=ab', '/paper/x'])
})

test('calls that are refused throw nothing, and are made up for once they are taken', () => {
  browser.isRefusing = true
  const history = begin()
  replaceWith(history, '/?q=a')
  history.push('/paper/x', null)
  replaceWith(history, '/paper/y')
  history.push('/themes', null)
  expect(path()).toBe('/themes')
  expect(browser.url).toBe('/')
  vi.advanceTimersByTime(10_000)
  expect(browser.calls).toBeLessThanOrEqual(12)
  browser.isRefusing = false
  vi.advanceTimersByTime(2_000)
  expect(browser.entries.map(({ url }) => url)).toEqual(['/?q=a', '/paper/y', '/themes'])
  expect(path()).toBe('/themes')
  browser.go(-1)
  expect(path()).toBe('/paper/y')
})

test('going back from a page whose entry was refused leads to the page before it', () => {
  const history = begin()
  history.push('/theme/a', null)
  browser.isRefusing = true
  history.push('/paper/b', null)
  history.push('/paper/c', null)
  browser.go(-1)
  expect(path()).toBe('/paper/b')
  expect(browser.url).toBe('/theme/a')
  browser.go(-1)
  expect(path()).toBe('/theme/a')
  browser.go(-1)
  expect(path()).toBe('/')
  browser.isRefusing = false
  vi.advanceTimersByTime(10_000)
  expect(browser.url).toBe('/')
})

test('the address is written before a link to elsewhere is followed', () => {
  const history = begin()
  replaceWith(history, '/?q=a')
  replaceWith(history, '/?q=ab')
  expect(browser.url).toBe('/')
  document.body.click()
  expect(browser.url).toBe('/?q=ab')
})

test('below a base that is spelt otherwise, pages have their own spelling', () => {
  vi.stubGlobal('location', new URL('https://site.example/%7Ejdoe/papers/theme/rlvr?page=2'))
  begin('/~jdoe/papers/')
  expect(path()).toBe('/~jdoe/papers/theme/rlvr?page=2')
  expect(browser.url).toBe('/~jdoe/papers/theme/rlvr?page=2')
})

test('a visit may begin with another address than that of the bar', () => {
  vi.stubGlobal('location', new URL('https://site.example/repo/abs/2512.05564v2?utm_source=x#y'))
  begin('/repo/', '/paper/2512.05564')
  expect([path(), browser.url]).toEqual(['/repo/paper/2512.05564', '/repo/paper/2512.05564'])
})

test('an entry that the site has named before keeps its name, its place and what it carries', () => {
  browser.entries[0] = { state: { usr: 'list', key: 'named', idx: 3, other: 1 }, url: '/' }
  begin()
  expect(browser.calls).toBe(0)
  expect(shown.at(-1)?.location).toMatchObject({ key: 'named', state: 'list' })
})
