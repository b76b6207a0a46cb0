import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { runBoot } from './runBoot.ts'

type Window = JSDOM['window']

/** Opens a page of the site below a base, in a browser with these storages. */
function visit(base: string, { localStorage = {}, sessionStorage = {} }: Partial<Record<Area, Stored>> = {}) {
  const { window } = new JSDOM(`<html data-base="${base}"><body></body></html>`, {
    url: `https://ada.github.io${base}`,
    runScripts: 'outside-only',
  })
  for (const [key, value] of Object.entries(localStorage)) window.localStorage.setItem(key, value)
  for (const [key, value] of Object.entries(sessionStorage)) window.sessionStorage.setItem(key, value)
  runBoot(window)
  return window
}

type Area = 'localStorage' | 'sessionStorage'
type Stored = Record<string, string>

const stored = (window: Window, area: Area): Stored => ({ ...window[area] })

const OLD = {
  localStorage: {
    'broadsheet.settings.v1': '{"theme":"dark"}',
    'broadsheet.recent-queries.v1': '["entropy"]',
    'other.key': 'x',
  },
  sessionStorage: { 'broadsheet.places': '[["k",{"scroll":5}]]', 'broadsheet.reloaded.v1': '1' },
}

test('values under the keys of earlier versions are copied to those of the site, and stay for other sites', () => {
  const window = visit('/x/', OLD)
  expect(stored(window, 'localStorage')).toEqual({
    ...OLD.localStorage,
    'broadsheet settings.v1 /x/': '{"theme":"dark"}',
    'broadsheet recent-queries.v1 /x/': '["entropy"]',
    'broadsheet carried-over /x/': '1',
  })
  expect(stored(window, 'sessionStorage')).toEqual({
    ...OLD.sessionStorage,
    'broadsheet places /x/': '[["k",{"scroll":5}]]',
    'broadsheet reloaded.v1 /x/': '1',
    'broadsheet carried-over /x/': '1',
  })
  expect(window.document.documentElement.dataset.theme).toBe('dark')
})

test('they are copied once: what the site has removed since stays away', () => {
  const first = visit('/x/', OLD)
  first.localStorage.removeItem('broadsheet settings.v1 /x/')
  const later = visit('/x/', { localStorage: stored(first, 'localStorage') })
  expect(later.localStorage.getItem('broadsheet settings.v1 /x/')).toBeNull()
  expect(later.document.documentElement.dataset.theme).toBeUndefined()
})

test('another site of the origin gets its own copy, and what the first has changed does not reach it', () => {
  const first = visit('/x/', OLD)
  first.localStorage.setItem('broadsheet settings.v1 /x/', '{"theme":"light"}')
  const second = visit('/', { localStorage: stored(first, 'localStorage') })
  expect(second.localStorage.getItem('broadsheet settings.v1 /')).toBe('{"theme":"dark"}')
  expect(second.document.documentElement.dataset.theme).toBe('dark')
})

test('a value of the site itself is never replaced', () => {
  const own = { 'broadsheet settings.v1 /x/': '{"theme":"light"}' }
  const window = visit('/x/', { localStorage: { ...OLD.localStorage, ...own } })
  expect(window.document.documentElement.dataset.theme).toBe('light')
  expect(window.localStorage.getItem('broadsheet recent-queries.v1 /x/')).toBe('["entropy"]')
})

test('a browser without such values stores nothing', () => {
  const window = visit('/x/')
  expect([stored(window, 'localStorage'), stored(window, 'sessionStorage')]).toEqual([{}, {}])
})
