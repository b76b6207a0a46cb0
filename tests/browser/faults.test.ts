import { readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { Manifest } from '#core/papers/manifest.ts'
import { cacheControlOf, HEADERS } from '#site/hosts/headers.ts'
import { type FaultName, FaultyHost, type Served } from '../faultyHost.ts'
import { changeAnswers } from './changedAnswers.ts'
import { papersOf, serveCorpus } from './corpus.ts'
import { expect, test as gated } from './gate.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built site, as static hosts serve it. */
function fileOfSite(path: string): Served | undefined {
  for (const name of [path.endsWith('/') ? `${path}index.html` : path, `${path}.html`]) {
    const file = join('dist', name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue
    return {
      content: readFileSync(file),
      headers: {
        ...HEADERS,
        'Cache-Control': cacheControlOf(name.slice(1)),
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      },
    }
  }
  return undefined
}

/** Each test has a host of its own, which does wrong what the test says. */
const test = gated.extend<{ host: FaultyHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  host: async ({}, use) => {
    const host = await FaultyHost.start(fileOfSite)
    await use(host)
    await host.close()
  },
  baseURL: ({ host }, use) => use(host.origin),
})

const manifest = Manifest.parse(JSON.parse(readFileSync('dist/corpus/manifest.json', 'utf8')))
const [newest, older] = manifest.segments as [Manifest['segments'][0], Manifest['segments'][0]]
const NEWEST = new RegExp(newest.papers.file)
const OLDER = new RegExp(older.papers.file)

/** What is said of a search of all papers, once they have come. */
const WHOLE = /^\d+ of 46 papers · \d+ ms$/

const count = (page: Page) => page.locator('#count')
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })

/** A page that was loaded anew would not know it any more. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }))
const expectNotReloaded = async (page: Page) =>
  expect(await page.evaluate(() => 'isMarked' in window)).toBe(true)

/** What the browser says on the console of files that it could not have. */
const noted = (faults: string[]) =>
  faults.splice(0).filter(fault => !/status of [45]\d\d|net::ERR/.test(fault))

const WORDS: [FaultName, string][] = [
  ['not there', 'the site does not have /corpus/manifest.json (404)'],
  ['an error', 'the site cannot send /corpus/manifest.json now (500)'],
  ['too busy', 'the site cannot send /corpus/manifest.json now (503)'],
  ['a log-in page', 'a web page came instead of /corpus/manifest.json'],
  ['empty', '/corpus/manifest.json arrived damaged'],
]

test('papers that do not come are told of in words, all else works, and they come when asked for again [row 59]', async ({
  page,
  host,
  faults,
}) => {
  host.misbehave(/manifest/, WORDS[0]?.[0] ?? 'empty')
  await page.goto('/?q=policy')
  await mark(page)
  for (const [at, [, words]] of WORDS.entries()) {
    await expect(page.getByText(words)).toBeVisible()
    expect(host.count(/manifest/)).toBe(3 * (at + 1))
    const next = WORDS[at + 1]
    if (next) host.misbehave(/manifest/, next[0])
    else host.behave()
    await page.getByRole('link', { name: 'Help' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Help/)
    await page.goBack()
    await tryAgain(page).click()
  }
  await expect(count(page)).toHaveText(WHOLE)
  await expect(tryAgain(page)).toHaveCount(0)
  await expectNotReloaded(page)
  expect(noted(faults)).toEqual([])
})

test('a file of a wrong type is used where it is the right one [row 59]', async ({ page, host }) => {
  host.misbehave(/corpus\/.*json/, 'of another type')
  await page.goto('/?q=policy')
  await expect(count(page)).toHaveText(WHOLE)
})

for (const how of ['cut while compressed', 'with a bit flipped', 'of the same length'] as const)
  test(`a file that is ${how} is fetched anew, and if it stays so, the others are searched [row 60]`, async ({
    page,
    host,
    faults,
  }) => {
    host.misbehave(OLDER, how)
    await page.goto('/?q=policy')
    await expect(page.getByText(`${older.papers.file} arrived damaged`)).toBeVisible()
    await expect(count(page)).toHaveText(new RegExp(`of ${newest.count} papers`))
    // It was never used; it was asked for three times, but for the first past the cache.
    const asked = host.asked.filter(({ path }) => OLDER.test(path))
    expect(asked.map(({ isPastCache }) => isPastCache)).toEqual([false, true, true])
    await mark(page)
    host.behave()
    await tryAgain(page).click()
    await expect(count(page)).toHaveText(WHOLE)
    await expectNotReloaded(page)
    // What the cache has now is the right one.
    await page.reload()
    await expect(count(page)).toHaveText(WHOLE)
    await expect(tryAgain(page)).toHaveCount(0)
    expect(noted(faults)).toEqual([])
  })

test('a file that nothing more comes of is given up, and the others are searched [row 61]', async ({
  page,
  host,
  faults,
}) => {
  // Ten seconds are long enough for readers, and too long for tests.
  host.misbehave(/\/search-.*\.js$/, ({ content, headers }, response) => {
    const script = content.toString().replace('silenceMs:1e4', 'silenceMs:500')
    response.writeHead(200, headers)
    response.end(script)
  })
  host.misbehave(OLDER, 'silent in the middle')
  await page.goto('/?q=policy')
  await expect(page.getByText(`${older.papers.file} did not come in time`)).toBeVisible()
  await expect(count(page)).toHaveText(new RegExp(`of ${newest.count} papers`))
  expect(host.count(OLDER)).toBe(2)
  host.misbehave(OLDER, 'in its own time')
  await tryAgain(page).click()
  await expect(count(page)).toHaveText(WHOLE)
  expect(noted(faults)).toEqual([])
})

test('while a file comes slowly it is told how much has come [row 61]', async ({ page, host }) => {
  host.misbehave(NEWEST, 'slow')
  await page.goto('/?q=policy')
  await expect(page.getByText(/^Loading the papers: [\d,]+ of [\d,]+ kB have come\.$/)).toBeVisible()
  await expect(tryAgain(page)).toHaveCount(0)
})

/** The manifest of a build of which one file is not there any more. */
const gone = `${older.period}-0123456789ab.json`
const stale = {
  ...manifest,
  segments: [newest, { ...older, papers: { ...older.papers, file: gone } }],
}

test('a manifest of another build than the files is fetched anew, and all papers come [row 62]', async ({
  page,
  host,
  faults,
}) => {
  host.misbehave(/manifest/, (_, response) => response.end(JSON.stringify(stale)), 1)
  await page.goto('/?q=policy')
  await expect(count(page)).toHaveText(WHOLE)
  await expect(tryAgain(page)).toHaveCount(0)
  expect(host.asked.filter(({ path }) => path.includes('manifest'))).toHaveLength(2)
  expect(noted(faults)).toEqual([])
})

test('a manifest that stays one of another build is told of, and the files that fit are searched [row 62]', async ({
  page,
  host,
  faults,
}) => {
  host.misbehave(/manifest/, (_, response) => response.end(JSON.stringify(stale)))
  await page.goto('/?q=policy')
  await expect(page.getByText(gone)).toBeVisible()
  await expect(count(page)).toHaveText(new RegExp(`of ${newest.count} papers`))
  expect(noted(faults)).toEqual([])
})

/** Lets a test get between the page and its workers. */
const tapWorkers = (page: Page) =>
  page.addInitScript(() => {
    const workers: Worker[] = []
    Object.assign(window, {
      workers,
      Worker: class extends Worker {
        constructor(...made: ConstructorParameters<typeof Worker>) {
          super(...made)
          workers.push(this)
        }
      },
    })
  })

/** The newest worker dies as those do that run out of memory. */
const killWorker = (page: Page) =>
  page.evaluate(() => {
    const { workers } = window as unknown as { workers: Worker[] }
    const { length } = workers
    workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
    return length
  })

test('a worker that dies is replaced; after the second the newest papers are searched, which is said [row 70]', async ({
  page,
}) => {
  await tapWorkers(page)
  const months = { '2025-12': papersOf('2025-12', 400), '2025-11': papersOf('2025-11', 300) }
  await serveCorpus(page, months)
  await page.goto('/?q=paper')
  await expect(count(page)).toHaveText(/700 papers/)
  expect(await killWorker(page)).toBe(1)
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.fill('2025')
  await expect(count(page)).toHaveText(/700 papers/)
  await expect(page.getByText(/Searching the newest/)).toHaveCount(0)
  expect(await killWorker(page)).toBe(2)
  await expect(page.getByText(/^Searching the newest 500 papers only/)).toBeVisible()
  await expect(count(page)).toHaveText(/500 papers/)
  await box.fill('date:2025-11')
  await expect(count(page)).toHaveText(/^100 of 500 papers/)
  await tryAgain(page).click()
  await expect(page.getByText(/Searching the newest/)).toHaveCount(0)
  await box.fill('paper')
  await expect(count(page)).toHaveText(/700 papers/)
})

test('a paper that cannot be shown says which it is, and leaves the list and the other pages [row 69]', async ({
  page,
  faults,
}) => {
  await changeAnswers(page, 'poison')
  await page.goto('/?q=policy')
  const card = page.getByRole('article').nth(1)
  await expect(card).toContainText('This paper could not be shown.')
  await expect(page.getByRole('article').first()).not.toContainText('could not be shown')
  expect(await page.getByRole('article').count()).toBeGreaterThan(2)
  await card.getByRole('button', { name: 'Copy details' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"authors":{"length":1}')
  await card.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
  await page.getByRole('link', { name: 'All papers' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(faults.splice(0).every(fault => fault.includes('authors') || fault.includes('TypeError'))).toBe(true)
})

test('answers that come in the wrong order leave that to the newest question [row 72]', async ({ page }) => {
  await changeAnswers(page, 'delay')
  await page.goto('/?q=x')
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.fill('')
  await box.pressSequentially('reinforcement', { delay: 30 })
  await expect(page).toHaveURL('/?q=reinforcement')
  const expected = await page.context().newPage()
  await expected.goto('/?q=reinforcement')
  await expect(count(expected)).toHaveText(WHOLE)
  const found = (of: Page) => count(of).evaluate(line => line.textContent?.split(' · ')[0])
  await expect.poll(() => found(page)).toBe(await found(expected))
  await page.waitForFunction(() => performance.now() > 3_000)
  expect(await found(page)).toBe(await found(expected))
})
