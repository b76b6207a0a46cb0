import { expect, test } from './gate.ts'

const PAPER = '/paper/2512.05564'
const TITLE = /^ProPhy/

/** Addresses as other programs leave them, what they mean, and the heading of that page. */
const MEANT: [address: string, meant: string, heading: string | RegExp][] = [
  ['/abs/2512.05564v2', PAPER, TITLE],
  ['/pdf/2512.05564.pdf', PAPER, TITLE],
  ['/papers/2512.05564', PAPER, TITLE],
  [`${PAPER}.html`, PAPER, TITLE],
  [`${PAPER}/`, PAPER, TITLE],
  [`${PAPER}/index.html`, PAPER, TITLE],
  [`${PAPER}).`, PAPER, TITLE],
  [`${PAPER}%E0%A4%A`, PAPER, TITLE],
  [`${PAPER}?utm_source=a&utm_medium=b`, PAPER, TITLE],
  [`${PAPER}&fbclid=a`, PAPER, TITLE],
  ['/Paper/2512.05564?ref=x', PAPER, TITLE],
  ['/#/paper/2512.05564', PAPER, TITLE],
  ['/papers/date/2025-12-11', '/digest/2025-12-11', 'Thursday 11 December 2025'],
  ['/THEMES', '/themes', 'Themes'],
  ['/theme/rlvr.?gclid=x', '/theme/rlvr', 'RLVR'],
  ['/theme%252Frlvr', '/theme/rlvr', 'RLVR'],
]

for (const [address, meant, heading] of MEANT)
  test(`${address} opens ${meant}`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page).toHaveURL(meant)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page).toHaveURL(meant)
  })

for (const address of [
  '/?query=codec&fbclid=x',
  '/?search=codec',
  '/search?q=codec',
  '/index.html?q=codec&amp;utm_source=x',
  '/%3Fq=codec',
  '/?q=co%64ec%E0%A4%A',
])
  test(`${address} searches for “codec”`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('combobox', { name: 'Search papers' })).toHaveValue('codec')
    await expect(page).toHaveURL('/?q=codec')
    await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  })

test('an address of another host in a path leads nowhere', async ({ page, baseURL }) => {
  for (const path of [
    '//evil.example/',
    '/\\evil.example',
    '/%2F%2Fevil.example',
    '/%5Cevil.example/?q=codec',
  ]) {
    await page.goto(`${baseURL}${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page was never printed')
    expect(new URL(page.url()).origin).toBe(baseURL)
    await page.getByRole('link', { name: 'The front page' }).click()
    await expect(page).toHaveURL('/')
  }
})

test('what the box writes into the address is read back, however long', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await expect(page.locator('#count')).toHaveText(/46 papers.*ms/)
  await box.fill(`100% "kv%20cache" ${'变换器 '.repeat(300)}`)
  await expect(page).toHaveURL(/q=100/)
  const written = await box.inputValue()
  expect(written.length).toBeLessThanOrEqual(512)
  await page.reload()
  await expect(box).toHaveValue(written)
})
