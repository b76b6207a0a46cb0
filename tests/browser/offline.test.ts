import type { Page } from '@playwright/test'
import { expect, expectAlive, papersOn } from './gate.ts'
import { BUILT, forgetUnreached, giveBack, loadsOf, takeAway, test, visit } from './keeping.ts'

/** What stands below the masthead about the papers. */
const offline = (page: Page) => page.getByRole('banner').getByText('Offline · data as of 11 Dec 2025')
const incomplete = (page: Page) =>
  page.getByRole('banner').getByText('The newest papers did not come whole · data as of 11 Dec 2025')
const FORMULA = '/paper/rethinking-entropy-interventions-in-rlvr-an-entropy-change-perspective'

/** Every kind of page, and what shows that it is there. */
const PAGES = [
  ['', 'Broadsheet'],
  ['?q=reasoning', 'Broadsheet'],
  ['themes', 'Themes'],
  ['theme/rlvr', 'RLVR'],
  ['digests', 'Digests'],
  ['digest/2025-12-11', 'Thursday 11 December 2025'],
  ['digest/2025-W50', 'Week 50'],
  ['help', 'Help'],
  ['paper/2512.05564', 'ProPhy'],
  ['paper/prophy-progressive-physical-alignment-for-dynamic-world-simulation', 'ProPhy'],
  ['no/such/page', 'This page was never printed'],
] as const

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
  for (const [path, heading] of PAGES) {
    await again.goto(path)
    await expect(again.getByRole('heading', { level: 1 })).toContainText(heading)
  }
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
  await expect(papersOn(page).getByText(/of 46 papers.*\d ms$/)).toBeVisible()
  const manifest = JSON.parse(String(BUILT('corpus/manifest.json')))
  const segments = manifest.segments.slice(0, 1)
  const newer = { ...manifest, segments, papers: segments[0].count, newestDigest: '2025-12-12' }
  host.instead.set('corpus/manifest.json', (_, response) => response.end(JSON.stringify(newer)))
  const loads = loadsOf(page)
  await giveBack(context, host)
  // A page that was opened without a network is not told of it by the browser where that is only played.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.getByRole('banner').getByText(/Offline|did not come whole/)).toBeHidden()
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
  const manifest = JSON.parse(String(BUILT('corpus/manifest.json')))
  const { file, ...segment } = manifest.segments[0].papers
  manifest.segments[0].papers = { file: file.replace(/.{12}(?=\.json)/, 'ffffffffffff'), ...segment }
  manifest.newestDigest = '2025-12-12'
  host.instead.set('corpus/manifest.json', (_, response) => response.end(JSON.stringify(manifest)))
  await page.goto('?q=reasoning')
  await expect(incomplete(page)).toBeVisible()
  await expect(papersOn(page).getByText(/of 46 papers.*\d ms$/)).toBeVisible()
  host.instead.clear()
  await page.reload()
  await expect(papersOn(page).getByText(/of 46 papers.*\d ms$/)).toBeVisible()
  await expect(incomplete(page)).toBeHidden()
})

test('papers that come while a page is open are offered, and shown when somebody wants them', async ({
  page,
  host,
}) => {
  await visit(page)
  const manifest = JSON.parse(String(BUILT('corpus/manifest.json')))
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
