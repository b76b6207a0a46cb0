import type { Page } from '@playwright/test'
import { PAGES_WITH_HEADINGS } from '../fixtures/sitePages.ts'
import { expect, expectAlive, papersOn } from './gate.ts'
import {
  builtManifest,
  expectPages,
  forgetUnreached,
  giveBack,
  loadsOf,
  searched,
  takeAway,
  test,
  visit,
} from './keeping.ts'

/** What stands below the masthead about the papers. */
const offline = (page: Page) => page.getByRole('banner').getByText('Offline · data as of 11 Dec 2025')
const incomplete = (page: Page) =>
  page.getByRole('banner').getByText('The newest papers could not be loaded · data as of 11 Dec 2025')
/** That of `paper/2512.05564`. */
const FORMER_ID = 'prophy-progressive-physical-alignment-for-dynamic-world-simulation'
const FORMULA = '/paper/rethinking-entropy-interventions-in-rlvr-an-entropy-change-perspective'

test('after one visit every page, every search and all that is loaded on demand is there without site and network [row 63]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  await page.close()
  await takeAway(context, host)
  const again = await context.newPage()
  await expectPages(again, PAGES_WITH_HEADINGS)
  await expectPages(again, [[`paper/${FORMER_ID}`, 'ProPhy']])
  await again.goto('')
  await expect(offline(again)).toBeVisible()
  await expect(papersOn(again).getByText(/\b46 papers.*\d ms$/)).toBeVisible()
  const box = again.getByRole('combobox', { name: 'Search papers' })
  await box.pressSequentially('th')
  await expect(again.getByRole('listbox').getByRole('option', { name: /^theme:/ })).toBeVisible()
  await box.fill('verifible rewards entropy')
  await box.press('Enter')
  const first = again.getByRole('article').first()
  await expect(first.getByRole('heading')).toContainText('Rethinking Entropy Interventions in RLVR')
  await first.getByRole('button', { name: /^Cite/ }).click()
  await expect(again.getByRole('dialog')).toContainText('@')
  await again.keyboard.press('Escape')
  await first.getByRole('heading').getByRole('link').click()
  await expect(again).toHaveURL(new RegExp(FORMULA))
  await again.getByRole('button', { name: 'Settings' }).click()
  await expect(again.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await again.keyboard.press('Escape')
  await again.keyboard.press('?')
  await expect(again.getByRole('dialog')).toContainText('Keyboard shortcuts')
  forgetUnreached(faults)
})

test('a page that is open says when the site is gone, and when it is back, without being loaded again [row 63]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  const loads = loadsOf(page)
  for (let times = 0; times < 3; times++) {
    await takeAway(context, host)
    await expect(offline(page)).toBeVisible()
    await giveBack(context, host)
    await expect(offline(page)).toBeHidden()
  }
  await page.getByRole('link', { name: 'Digests' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
  expect(loads.count).toBe(0)
  forgetUnreached(faults)
})

test('a page that was opened without the site has the papers of the site once it is back, without being loaded again [row 63]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  await takeAway(context, host)
  await page.goto('?q=reasoning')
  await expect(offline(page)).toBeVisible()
  await expect(searched(page)).toBeVisible()
  const manifest = builtManifest()
  const segments = manifest.segments.slice(0, 1)
  const newer = { ...manifest, segments, papers: segments[0].count, newestDigest: '2025-12-12' }
  host.instead.set('corpus/manifest.json', (_, response) => response.end(JSON.stringify(newer)))
  const loads = loadsOf(page)
  await giveBack(context, host)
  // A page that was opened without a network is not told of it by the browser where that is only played.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.getByRole('banner').getByText(/Offline|could not be loaded/)).toBeHidden()
  await expect(papersOn(page).getByText(new RegExp(`of ${newer.papers} papers.*\\d ms$`))).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'News of the site' })).toBeHidden()
  expect(loads.count).toBe(0)
  forgetUnreached(faults)
})

test('the site being gone while there is a network is no different, and files that are no pages are not made up [row 63]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  await host.close()
  await page.goto('theme/rlvr')
  await expect(offline(page)).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
  const feed = await context.newPage()
  await expect(feed.goto('feeds/all.atom')).rejects.toThrow('ERR_CONNECTION_REFUSED')
  await feed.close()
  await host.open()
  host.instead.set('theme/rlvr', (_, response) => response.writeHead(502).end('Bad gateway'))
  await page.goto('theme/rlvr')
  await expect(page.getByRole('article').first()).toBeVisible()
  forgetUnreached(faults)
})

test('a corpus whose files are not all there is refused as a whole, and the one before is shown [row 62]', async ({
  page,
  host,
}) => {
  await visit(page)
  const manifest = builtManifest()
  const { file, ...segment } = manifest.segments[0].papers
  manifest.segments[0].papers = { file: file.replace(/.{12}(?=\.json)/, 'ffffffffffff'), ...segment }
  manifest.newestDigest = '2025-12-12'
  host.instead.set('corpus/manifest.json', (_, response) => response.end(JSON.stringify(manifest)))
  await page.goto('?q=reasoning')
  await expect(incomplete(page)).toBeVisible()
  await expect(searched(page)).toBeVisible()
  host.instead.clear()
  await page.reload()
  await expect(searched(page)).toBeVisible()
  await expect(incomplete(page)).toBeHidden()
})

test('papers that come while a page is open are offered, and shown when somebody wants them', async ({
  page,
  host,
}) => {
  await visit(page)
  const manifest = builtManifest()
  host.instead.set('corpus/manifest.json', (_, response) =>
    response.end(JSON.stringify({ ...manifest, newestDigest: '2025-12-12' })),
  )
  await page.evaluate(() => dispatchEvent(new Event('online')))
  const news = page.getByRole('complementary', { name: 'News of the site' })
  await expect(news).toContainText('Newer papers are here.')
  const loads = loadsOf(page)
  await news.getByRole('button', { name: 'Reload' }).click()
  await expectAlive(page)
  await expect(news).toBeHidden()
  expect(loads.count).toBe(1)
})
