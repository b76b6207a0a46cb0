import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildIn } from './deploys.ts'
import { expect } from './gate.ts'
import { expectKept, forgetUnreached, takeAway, test } from './keeping.ts'

/** Two sites of one origin, made of one bundle. */
const [X, Y] = [
  { base: '/x/', name: 'Xenon Weekly' },
  { base: '/y/papers/', name: 'Yttrium' },
] as const

// One worker for all: it builds once.
test.describe.configure({ mode: 'default' })

let folder: string | undefined
let built: ReturnType<typeof buildIn> | undefined

function sites(): ReturnType<typeof buildIn> {
  if (built) return built
  folder = mkdtempSync(join(tmpdir(), 'two-sites-'))
  const args = [X, Y].flatMap(({ base, name }) => [base, name])
  execFileSync('npx', ['tsx', 'tests/browser/buildSites.ts', folder, ...args], { stdio: 'ignore' })
  built = buildIn(folder)
  return built
}

test.afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true })
})

test.use({ served: { build: path => sites().build(path), base: '/' } })

/** Everything that a browser has stored for the origin, by name. */
const storedNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    return [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ...[...held, ...pending].map(({ name }) => name ?? ''),
      ...((globalThis as { channels?: string[] }).channels ?? []),
    ].toSorted()
  })

/** Notes the channels that pages open. */
const noteChannels = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const channels: string[] = []
    Object.assign(globalThis, { channels })
    globalThis.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name)
        channels.push(name)
      }
    }
  })

const theme = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset.theme)

async function chooseDark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await page.keyboard.press('Escape')
}

/** Sends a query, so that it is one of those used last. */
async function searchFor(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search papers' }).fill(query)
  await page.keyboard.press('Enter')
  await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  // What was typed may be answered before Enter is.
  const stored = (query: string) => Object.values(localStorage).some(value => value.includes(`"${query}"`))
  await expect.poll(() => page.evaluate(stored, query)).toBe(true)
}

async function recentQueries(page: Page): Promise<string[]> {
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.fill('')
  await box.click()
  const options = page.getByRole('group', { name: /recent/i }).getByRole('option')
  await expect(page.getByRole('listbox')).toBeVisible()
  return (await options.allTextContents()).filter(text => text !== 'Clear recent queries')
}

test('the scripts, styles and fonts of two sites are the same to the byte', () => {
  const { build, paths } = sites()
  const assets = [...paths].filter(path => path.startsWith('x/assets/')).map(path => path.slice(2))
  expect(assets.length).toBeGreaterThan(20)
  for (const path of assets) {
    const [ofX, ofY] = ['x/', 'y/papers/'].map(site => build(site + path))
    expect(ofX?.equals(ofY as Buffer), path).toBe(true)
  }
  expect([...paths].filter(path => path.startsWith('y/papers/assets/'))).toHaveLength(assets.length)
})

test('two sites of one origin have names of their own, and nothing that they store has the same', async ({
  page,
}) => {
  await noteChannels(page)
  const names: string[][] = []
  for (const { base, name } of [X, Y]) {
    await page.goto(base)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page).toHaveTitle(`${name}: the daily papers, searchable`)
    await chooseDark(page)
    await searchFor(page, 'reasoning')
    await page.goto(`${base}help`)
    await expect(page).toHaveTitle(`Help · ${name}`)
    const known = names.flat()
    await expect
      .poll(async () => (await storedNames(page)).filter(each => !known.includes(each)))
      .toHaveLength(5)
    await page.goto(base)
    names.push((await storedNames(page)).filter(each => !known.includes(each)))
  }
  expect(names).toEqual(
    [X, Y].map(({ base }) =>
      ['corpus', 'files', 'places', 'recent-queries.v1', 'settings.v1'].map(
        each => `broadsheet ${each} ${base}`,
      ),
    ),
  )
})

test('what one site stores does not reach the other', async ({ page, context, faults }) => {
  await page.goto(X.base)
  const other = await context.newPage()
  await other.goto(Y.base)
  await chooseDark(page)
  await searchFor(page, 'entropy')
  expect(await theme(page)).toBe('dark')
  expect(await theme(other)).toBeUndefined()
  await other.reload()
  expect(await theme(other)).toBeUndefined()
  await searchFor(other, 'codec')
  await expect.poll(() => recentQueries(other)).toEqual([expect.stringContaining('codec')])
  await page.reload()
  expect(await theme(page)).toBe('dark')
  // A tab in the background shows no text, and needs no font.
  expect(faults.splice(0).filter(fault => !fault.includes('preloaded using link preload'))).toEqual([])
})

test('each site has a service worker of its own, and is there without a network', async ({
  page,
  context,
  host,
  faults,
}) => {
  for (const { base } of [X, Y]) {
    await page.goto(base)
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).scope))
      .toBe(new URL(base, host.address).href)
    await expectKept(page)
  }
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  )
  expect(scopes.toSorted()).toEqual([X, Y].map(({ base }) => new URL(base, host.address).href))
  await takeAway(context, host)
  for (const { base, name } of [X, Y]) {
    await page.goto(base)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await searchFor(page, 'reasoning')
  }
  forgetUnreached(faults)
})

test('values of an earlier version, which all sites of an origin shared, are taken over by each', async ({
  page,
}) => {
  await page.goto('x/icon.svg')
  await page.evaluate(() => {
    localStorage.setItem('broadsheet.settings.v1', '{"theme":"dark"}')
    localStorage.setItem('broadsheet.recent-queries.v1', '["entropy"]')
  })
  for (const { base } of [X, Y]) {
    await page.goto(base)
    expect(await theme(page)).toBe('dark')
    await expect.poll(() => recentQueries(page)).toEqual([expect.stringContaining('entropy')])
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('button', { name: 'Reset to the defaults' }).click()
    await page.goto(base)
    expect(await theme(page)).toBeUndefined()
  }
})
