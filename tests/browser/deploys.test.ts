import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { serviceWorker } from '#site/assets/offline.ts'
import { brokenServiceWorkers } from './brokenServiceWorkers.ts'
import { deploying, NOT_THERE, UNKEPT } from './deploying.ts'
import { otherBuild } from './deploys.ts'
import { expect, expectAlive } from './gate.ts'
import { expectWorking, loadsOf, lookForUpdate, scriptOf, test, visit } from './keeping.ts'

deploying([1])

const news = (page: Page) => page.getByRole('complementary', { name: 'News of the site' })

const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys())
const isRegistered = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined)
test('a newer version waits until somebody wants it, and then all tabs go on with it at once [row 65]', async ({
  page,
  context,
  host,
}) => {
  await visit(page)
  const second = await context.newPage()
  await second.goto('themes')
  await expectAlive(second)
  const before = await scriptOf(page)
  const loads = [page, second].map(loadsOf)
  host.deploy(otherBuild('dist', 1))
  await lookForUpdate(page)
  await expect(news(page)).toContainText('A new version is here.')
  await expect(news(second)).toContainText('A new version is here.')
  await news(second).getByRole('button', { name: 'Later' }).click()
  await expect(news(second)).toBeHidden()
  expect(loads.map(({ count }) => count)).toEqual([0, 0])
  await news(page).getByRole('button', { name: 'Reload' }).click()
  for (const tab of [page, second])
    await expect.poll(() => scriptOf(tab).catch(() => before)).not.toBe(before)
  await expect(news(page)).toBeHidden()
  await page.waitForTimeout(1_000)
  expect(loads.map(({ count }) => count)).toEqual([1, 1])
  await expectWorking(page)
})

test('a page that came from the network after a deploy is asked nothing, and what it needs is kept [row 65]', async ({
  page,
  host,
}) => {
  await visit(page)
  host.deploy(otherBuild('dist', 1))
  await page.goto('themes')
  const script = await scriptOf(page)
  const loads = loadsOf(page)
  await lookForUpdate(page)
  const kept = () =>
    page.evaluate(async script => {
      const cache = await caches.open('broadsheet files /')
      const registration = await navigator.serviceWorker.getRegistration()
      return (
        !registration?.waiting && (await cache.match(script as string, { ignoreSearch: true })) !== undefined
      )
    }, script)
  await expect.poll(kept).toBe(true)
  await expect(news(page)).toBeHidden()
  expect(loads.count).toBe(0)
})

const asset = (name: string): string => {
  const file = readdirSync('dist/assets').find(file => file.startsWith(name))
  return `assets/${file}`
}

test('a compressed file that was cut off is not kept, though the browser takes it for whole [row 60]', async ({
  page,
  host,
}) => {
  const path = asset('HelpPage-')
  let times = 0
  host.instead.set(path, (_, response, content = Buffer.alloc(0)) => {
    const whole = gzipSync(content)
    const sent = times++ === 0 ? whole.subarray(0, whole.length / 2) : whole
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'gzip' }).end(sent)
  })
  await visit(page)
  const kept = await page.evaluate(async path => {
    const response = await (await caches.open('broadsheet files /')).match(path, { ignoreSearch: true })
    return response?.text()
  }, path)
  expect(kept).toBe(readFileSync(`dist/${path}`, 'utf8'))
  expect(times).toBe(2)
})

test('where a file cannot be had whole, nothing is kept by half, and the next visit goes on from there [row 66]', async ({
  page,
  host,
  faults,
}) => {
  const path = asset('HelpPage-')
  host.instead.set(path, (_, response) => response.writeHead(503).end('busy'))
  await page.goto('')
  await expect.poll(() => host.asked.filter(asked => asked === path).length).toBe(2)
  await expect.poll(() => isRegistered(page)).toBe(false)
  host.instead.clear()
  await expectWorking(page)
  host.asked.length = 0
  await visit(page)
  const again = host.asked.filter(asked => asked.startsWith('assets/'))
  expect(again.length).toBeLessThan(5)
  expect(faults.splice(0).filter(fault => !fault.includes('status of 503'))).toEqual([])
})

brokenServiceWorkers(['thrown out by an error', 'answered with a page'])

test('a build that keeps nothing has browsers remove what they kept, and the service worker [row 66]', async ({
  page,
  host,
}) => {
  await visit(page)
  const leaving = await serviceWorker(undefined)
  const next = otherBuild('dist', 1)
  // That build registers none, which `dist` does.
  host.deploy(path => (path === 'sw.js' ? Buffer.from(leaving) : next(path)))
  const loads = loadsOf(page)
  await lookForUpdate(page)
  await expect.poll(() => isRegistered(page)).toBe(false)
  expect((await cachesOf(page)).filter(name => name.startsWith('broadsheet'))).toEqual([])
  expect(loads.count).toBe(0)
  await page.reload()
  await expect(page.getByRole('article').first()).toBeVisible()
})

UNKEPT(
  'an open page is loaded again once for a deploy, and not for another one right after it, nor for what is nowhere [row 64]',
  async ({ page, host, faults }) => {
    await page.goto('')
    await expectAlive(page)
    const loads = loadsOf(page)
    const site = page.getByRole('navigation', { name: 'Site' })
    const heading = page.getByRole('heading', { level: 1 })
    host.deploy(otherBuild('dist', 1))
    await site.getByRole('link', { name: 'Digests' }).click()
    await expect(heading).toHaveText('Digests')
    await expectAlive(page)
    expect(loads.count).toBe(1)
    host.deploy(otherBuild('dist', 2))
    await site.getByRole('link', { name: 'Help' }).click()
    await expect(heading).toHaveText('This page needs an update')
    expect(loads.count).toBe(1)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(heading).toHaveText('Help')
    await expectAlive(page)
    expect(loads.count).toBe(2)
    await page.evaluate(() => sessionStorage.clear())
    const third = otherBuild('dist', 3)
    host.deploy(path => (path.startsWith('assets/DigestsPage') ? undefined : third(path)))
    await site.getByRole('link', { name: 'Digests' }).click()
    await expect(heading).toHaveText('This page could not be loaded')
    await page.waitForTimeout(1_000)
    expect(loads.count).toBe(3)
    // What came drawn is given up.
    const isGivenUp = (fault: string) => fault === NOT_THERE || fault.includes('React error #418')
    expect(faults.splice(0).filter(fault => !isGivenUp(fault))).toEqual([])
  },
)
