import type { Page } from '@playwright/test'
import { expect, expectAlive, papersOn, test } from './gate.ts'

const box = (page: Page) => page.getByRole('combobox', { name: 'Search papers' })
const inMasthead = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name })
const count = (page: Page) => page.locator('#count')

/** Refuses calls of the history as Safari does, until told otherwise, and counts them. */
async function refuseHistory(page: Page, isRefusing: boolean): Promise<void> {
  await page.addInitScript(isRefusing => {
    Object.assign(window, { isRefusing, calls: 0 })
    for (const method of ['pushState', 'replaceState'] as const) {
      const original = history[method]
      history[method] = function (...call) {
        const state = window as unknown as { isRefusing: boolean; calls: number }
        state.calls++
        if (state.isRefusing)
          throw new DOMException('Attempt to use history.replaceState() more than 100 times', 'SecurityError')
        original.apply(this, call)
      }
    }
  }, isRefusing)
}

const setRefusing = (page: Page, isRefusing: boolean) =>
  page.evaluate(isRefusing => void Object.assign(window, { isRefusing }), isRefusing)

for (const path of ['/', '/?q=token', '/?query=token&utm_source=x'])
  test(`a history that refuses every call leaves all working: ${path}`, async ({ page }) => {
    await refuseHistory(page, true)
    await page.goto(path)
    await expect(count(page)).toHaveText(/ms/)
    await box(page).fill('codec')
    await box(page).press('Enter')
    await expect(count(page)).toHaveText(/of 46 papers/)
    const link = papersOn(page).getByRole('article').first().getByRole('heading').getByRole('link')
    const title = (await link.textContent()) as string
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await inMasthead(page, 'Themes').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes')
    expect(new URL(page.url()).pathname).toBe('/')
    // The address catches up, and the way back is there.
    await setRefusing(page, false)
    await expect(page).toHaveURL('/themes')
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.goBack()
    await expect(page).toHaveURL('/?q=codec')
    await expect(box(page)).toHaveValue('codec')
  })

test('going back where calls were refused leads to the page before', async ({ page }) => {
  await refuseHistory(page, false)
  await page.goto('/help')
  await expectAlive(page)
  await inMasthead(page, 'Themes').click()
  await expect(page).toHaveURL('/themes')
  await setRefusing(page, true)
  await inMasthead(page, 'Digests').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
  await page.evaluate(() => history.back())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes')
  await expect(page).toHaveURL('/themes')
})

test('typing calls the history seldom, and the address ends as the box', async ({ page }) => {
  await refuseHistory(page, false)
  await page.goto('/')
  await expect(count(page)).toHaveText(/ms/)
  await box(page).click()
  // Each letter is sent by itself.
  await page.keyboard.type('entropy collapse of policies', { delay: 150 })
  await expect(page).toHaveURL('/?q=entropy+collapse+of+policies')
  expect(await page.evaluate(() => (window as unknown as { calls: number }).calls)).toBeLessThanOrEqual(16)
})
