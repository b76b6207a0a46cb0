import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { chosenIn, SETTING_NAMES, SETTINGS, type SettingName, settingsIn } from '#core/site/settings.ts'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { runBoot } from './runBoot.ts'

const KEY = storageName(STORED_SETTINGS, '/')
const template = readFileSync('index.html', 'utf8').replace(/<(script|link)[^>]*>/g, '')

/** A page as it stands once the script has run, of which so much is in the storage. */
function pageWith(stored: string | null, before?: (page: JSDOM) => void) {
  const page = new JSDOM(template, { url: 'https://example.org/', runScripts: 'outside-only' })
  if (stored !== null) page.window.localStorage.setItem(KEY, stored)
  before?.(page)
  runBoot(page.window)
  const { document, StorageEvent } = page.window
  return {
    page,
    shown: () => ({ ...document.documentElement.dataset }),
    /** What another tab does. */
    tell: (newValue: string | null, key: string | null = KEY) =>
      page.window.dispatchEvent(new StorageEvent('storage', { key, newValue })),
    metas: () =>
      Object.fromEntries(
        Array.from(document.querySelectorAll('meta[name="theme-color"]'), meta => [
          (meta as HTMLElement).dataset.scheme,
          meta.getAttribute('media'),
        ]),
      ),
    scheme: () => document.querySelector('meta[name="color-scheme"]')?.getAttribute('content'),
  }
}

const everyValue = SETTING_NAMES.flatMap(name =>
  Object.keys(SETTINGS[name].values).map(value => [name, value] as const),
)

test.each(everyValue)('%s: %s is shown before anything is painted, the default by nothing', (name, value) => {
  const wanted = value === SETTINGS[name].byDefault ? {} : { [name]: value }
  expect(pageWith(JSON.stringify({ [name]: value })).shown()).toEqual(wanted)
})

test.each([
  ['nothing', null, {}],
  ['no JSON', '{"theme":"dark"', {}],
  ['null', 'null', {}],
  ['a text', '"dark"', {}],
  ['a list', '["theme","dark"]', {}],
  ['another prototype', '{"__proto__":{"theme":"dark"},"density":"tight"}', { density: 'tight' }],
  ['an unknown value', '{"theme":"sepia","text":"large"}', { text: 'large' }],
  ['an unknown setting', '{"constructor":"dark","path":"/x","text":"small"}', { text: 'small' }],
  ['a list for a value', '{"theme":["dark"],"abstract":"0"}', { abstract: '0' }],
  ['a number for a value', '{"abstract":6,"keys":"off"}', { keys: 'off' }],
  ['a value without an end', JSON.stringify({ theme: 'dark'.repeat(100_000), keys: 'off' }), { keys: 'off' }],
])('%s in the storage harms no other setting', (_, stored, wanted) => {
  expect(pageWith(stored).shown()).toEqual(wanted)
})

test('whatever is stored, the script takes of it what the app would', () => {
  const { shown, tell } = pageWith(null)
  const value = fc.oneof(
    fc.constantFrom(...everyValue.map(([, value]) => value)),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const named = fc.dictionary(fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), fc.string()), value)
  fc.assert(
    fc.property(fc.oneof(named, fc.jsonValue()), stored => {
      tell(JSON.stringify(stored))
      const read = (stored ?? {}) as Partial<Record<SettingName, unknown>>
      expect(shown()).toEqual(chosenIn(settingsIn(Array.isArray(read) ? {} : read)))
    }),
    { numRuns: 1_000 },
  )
})

test('what another tab sets is followed, and what it takes back', () => {
  const { shown, tell } = pageWith('{"theme":"dark"}')
  tell('{"text":"large"}')
  expect(shown()).toEqual({ text: 'large' })
  tell('{"text":"small"}', 'something else')
  expect(shown()).toEqual({ text: 'large' })
  tell(null, null)
  expect(shown()).toEqual({})
})

test('a page that Back brings out of memory looks into the storage again', () => {
  const { page, shown } = pageWith('{"theme":"dark"}')
  page.window.localStorage.setItem(KEY, '{"theme":"light"}')
  const show = (persisted: boolean) =>
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow', { persisted }))
  show(false)
  expect(shown()).toEqual({ theme: 'dark' })
  show(true)
  expect(shown()).toEqual({ theme: 'light' })
})

test('storage that is blocked leaves a page that still hears of settings', () => {
  const { shown, tell } = pageWith(null, ({ window }) =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new window.DOMException('no', 'SecurityError')
      },
    }),
  )
  expect(shown()).toEqual({})
  tell('{"theme":"dark"}')
  expect(shown()).toEqual({ theme: 'dark' })
})

test('the colour of the browser’s own bars follows the theme', () => {
  const { metas, scheme, tell } = pageWith('{"theme":"dark"}')
  expect([metas(), scheme()]).toEqual([{ light: 'not all', dark: 'all' }, 'dark'])
  tell('{"theme":"light"}')
  expect([metas(), scheme()]).toEqual([{ light: 'all', dark: 'not all' }, 'light'])
  tell(null)
  const asBuilt = { light: '(prefers-color-scheme: light)', dark: '(prefers-color-scheme: dark)' }
  expect([metas(), scheme()]).toEqual([asBuilt, 'light dark'])
})
