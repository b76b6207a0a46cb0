import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIn } from './deploys.ts'
import { expect, expectAlive } from './gate.ts'
import { forgetUnreached, takeAway, test, visit } from './keeping.ts'

/** A home folder: its tilde is what other programs escape. */
const BASE = '/~jdoe/papers/'

const folder = mkdtempSync(join(tmpdir(), 'base-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

execFileSync('npm', ['run', 'build', '--', '--base', BASE, '--out', join(folder, 'dist')], {
  stdio: 'ignore',
})
test.use({ served: { build: buildIn(join(folder, 'dist')).build, base: BASE } })

test('a site in a folder of its host is kept, and the addresses of its pages lead there without it [row 68]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  const [scope, names] = await page.evaluate(async () => [
    (await navigator.serviceWorker.ready).scope,
    (await caches.keys()).toSorted(),
  ])
  expect(scope).toBe(host.address)
  expect(names).toEqual([`broadsheet corpus ${BASE}`, `broadsheet files ${BASE}`])
  await takeAway(context, host)
  for (const [path, heading] of [
    ['theme/rlvr', 'RLVR'],
    ['paper/2512.05564', 'ProPhy'],
    ['no/such/page', 'This page was never printed'],
  ] as const) {
    await page.goto(path)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  }
  forgetUnreached(faults)
})

for (const spelling of ['%7Ejdoe/papers', '%7ejdoe/pa%70ers', '%7E%6A%64%6F%65/papers']) {
  test.describe(`where the address spells the base ${spelling}`, () => {
    test.use({ serviceWorkers: 'block' })

    test('every page opens, its links work, and the papers come', async ({ page, host }) => {
      const site = host.address.replace(BASE, `/${spelling}/`)
      await page.goto(site)
      await expect(page.getByRole('article').first()).toBeVisible()
      await expectAlive(page)
      await page.getByRole('combobox', { name: 'Search papers' }).fill('codec')
      await expect(page).toHaveURL(`${host.address}?q=codec`)
      await expect(page.locator('#count')).toHaveText(/of 46 papers/)
      for (const [path, heading, meant] of [
        ['theme/rlvr', 'RLVR', 'theme/rlvr'],
        ['paper/2512.05564', 'ProPhy', 'paper/2512.05564'],
        ['abs/2512.05564v2', 'ProPhy', 'paper/2512.05564'],
        ['paper/2512.05564%22%3E?utm_source=x', 'ProPhy', 'paper/2512.05564'],
        ['no/such/page', 'This page was never printed', 'no/such/page'],
      ] as const) {
        await page.goto(site + path)
        await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
        await expect.poll(() => page.url().replace(site, host.address)).toBe(host.address + meant)
      }
      await page.getByRole('link', { name: 'Themes', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes')
    })
  })
}

test('a page at an address that is not below the base stays, and says so', async ({ page, host }) => {
  await page.route('**/mirror/', async route =>
    route.fulfill({ response: await route.fetch({ url: host.address }) }),
  )
  await page.goto(new URL('/mirror/', host.address).href)
  await expect(page.getByRole('complementary', { name: 'What does not work' })).toContainText(host.address)
  await expect(page.getByRole('article').first()).toBeVisible()
})
