import type { Page } from '@playwright/test'
import { expect, expectAlive } from './gate.ts'
import {
  BUILT,
  expectPages,
  forgetUnreached,
  giveBack,
  lookForUpdate,
  searched,
  takeAway,
  test,
  visit,
} from './keeping.ts'

type Damage = 'cut off' | 'of the same length' | 'with a bit flipped' | 'of another type' | 'missing'

/** Damages the files of the site that the browser keeps and whose paths match. Says how many these are. */
const damage = (page: Page, paths: RegExp, how: Damage): Promise<number> =>
  page.evaluate(
    async ([source, how]) => {
      const made: Record<Damage, (bytes: ArrayBuffer) => Response | undefined> = {
        'cut off': bytes => new Response(bytes.slice(0, bytes.byteLength >> 1)),
        'of the same length': bytes => new Response(new Uint8Array(bytes.byteLength).fill(55)),
        'with a bit flipped': bytes =>
          new Response(new Uint8Array(bytes).map((byte, at) => (at === 9 ? byte ^ 4 : byte))),
        'of another type': bytes => new Response(bytes, { headers: { 'Content-Type': 'text/plain' } }),
        missing: () => undefined,
      }
      const cache = await caches.open('broadsheet files /')
      const wanted = (await cache.keys()).filter(({ url }) => new RegExp(source).test(new URL(url).pathname))
      for (const request of wanted) {
        const kept = (await cache.match(request)) as Response
        const damaged = made[how](await kept.arrayBuffer())
        if (damaged) await cache.put(request, damaged)
        else await cache.delete(request)
      }
      return wanted.length
    },
    [paths.source, how] as const,
  )

/** How many of the kept files of the site are not what their hash, which stands in their key, says. */
const notWhole = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const cache = await caches.open('broadsheet files /')
    const named: string[] = []
    for (const request of await cache.keys()) {
      const kept = (await cache.match(request)) as Response
      const hash = await crypto.subtle.digest('SHA-256', await kept.arrayBuffer())
      const written = [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')
      if (!request.url.endsWith(`?${written}`)) named.push(request.url)
    }
    return named
  })

const keptFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await caches.open('broadsheet files /')).keys()).length)

/** Has the browser forget what it keeps beside the site, where a file may still be whole. */
async function forgetOthers(page: Page): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
}

test('files of the site that the browser keeps damaged are never used, and are fetched again [row 60]', async ({
  page,
}) => {
  await visit(page)
  const all = await keptFiles(page)
  expect(all).toBeGreaterThan(20)
  for (const how of ['cut off', 'of another type'] as const) {
    expect(await damage(page, /./, how)).toBe(all)
    await page.goto('?q=reasoning')
    await expect(searched(page)).toBeVisible()
    // In the serif of the site, by its styles.
    const title = page.getByRole('article').first().getByRole('heading')
    expect(await title.evaluate(element => getComputedStyle(element).fontFamily)).toContain('Newsreader')
    await page.goto('paper/2512.05564')
    await expectAlive(page)
    await page.getByRole('button', { name: 'Cite' }).click()
    await expect(page.getByRole('dialog')).toContainText('@')
  }
})

test('what is damaged is fetched again though nothing of it was asked for, and is whole without the site then [row 60]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  const all = await keptFiles(page)
  expect(await damage(page, /\/HelpPage-/, 'cut off')).toBe(1)
  expect(await damage(page, /\/DigestsPage-/, 'missing')).toBe(1)
  // A thread of the service worker that begins anew looks through what it keeps: as at the next visit.
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await page.goto('theme/rlvr')
  await expect.poll(() => notWhole(page), { timeout: 30_000 }).toEqual([])
  await expect.poll(() => keptFiles(page)).toBe(all)
  await takeAway(context, host)
  await expectPages(page, [
    ['help', 'Help'],
    ['digests', 'Digests'],
  ])
  forgetUnreached(faults)
})

for (const paths of [/\/boot-[^/]*\.js$/, /\/index-.*\.js$/])
  test(`without the site and without a whole ${paths.source} a page says what happened, and opens once the site is back [row 60, 63]`, async ({
    page,
    context,
    host,
    faults,
  }) => {
    await visit(page)
    await damage(page, paths, 'with a bit flipped')
    await forgetOthers(page)
    await takeAway(context, host)
    await page.goto('?q=reasoning')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This page cannot be opened without a network',
    )
    await expect(page.getByRole('main')).toContainText('damaged or missing')
    await giveBack(context, host)
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(searched(page)).toBeVisible()
    expect(faults.splice(0).filter(fault => !/ERR_INTERNET_DISCONNECTED|status of 503/.test(fault))).toEqual(
      [],
    )
  })

test('without the site, a part of it that is damaged is said to be missing, and all else works [row 60, 63]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  await damage(page, /\/(?:HelpPage|CiteDialog)-.*\.js$|\.woff2$/, 'of the same length')
  await forgetOthers(page)
  await takeAway(context, host)
  await page.goto('?q=reasoning')
  await expect(searched(page)).toBeVisible()
  await page.getByRole('article').first().getByRole('button', { name: /^Cite/ }).click()
  await expect(page.getByText('This part of the site could not be loaded')).toBeVisible()
  await page.goto('help')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be loaded')
  await page.goto('digests')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
  expect(faults.splice(0).filter(fault => !/ERR_(?:INTERNET_DISCONNECTED|FAILED)/.test(fault))).toEqual([])
})

test('a script that the network cut off is fetched again when asked for', async ({ page, host, faults }) => {
  let isCut = true
  const script = /data-app="\/([^"]+)"/.exec(String(BUILT('index.html')))?.[1] as string
  // As browsers keep what a host sent compressed and cut: like a whole file, for good.
  host.instead.set(script, (_, response, content) => {
    response.writeHead(200, {
      'Content-Type': 'text/javascript',
      'Cache-Control': 'max-age=31536000, immutable',
    })
    response.end(isCut ? content?.subarray(0, content.length >> 1) : content)
  })
  await page.goto('?q=reasoning')
  const said = page.getByRole('complementary', { name: 'What does not work' })
  await expect(said).toContainText('The scripts of this page arrived damaged, or need a newer browser')
  isCut = false
  await said.getByRole('link', { name: 'Try again' }).click()
  await expect(searched(page)).toBeVisible()
  expect(faults.splice(0).every(fault => fault.startsWith('page error'))).toBe(true)
})

test('navigation preload is off, also where an earlier version of the site turned it on', async ({
  page,
  host,
}) => {
  const isPreloaded = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      return (await registration.navigationPreload.getState()).enabled
    })
  const enabling =
    'addEventListener("activate", event => event.waitUntil(registration.navigationPreload.enable()))'
  host.instead.set('sw.js', (_, response, content) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' })
    response.end(`${content};${enabling}`)
  })
  await visit(page)
  await expect.poll(isPreloaded).toBe(true)
  host.instead.clear()
  // The one of this version waits for somebody to want it, and turns it off before.
  await lookForUpdate(page)
  await expect.poll(isPreloaded).toBe(false)
})
