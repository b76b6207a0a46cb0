import type { Page } from '@playwright/test'
import { expect, openList, test } from './gate.ts'

const box = (page: Page) => page.getByRole('combobox', { name: 'Search papers' })

/** As a person does: from the clipboard, by the keys of the browser. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
  await page.keyboard.press('Control+v')
}

for (const [text, query, found] of [
  ['> 2507.10524', '2507.10524', /^1 of 46 papers/],
  ['> entropy collapse', 'entropy collapse', /of 46 papers/],
  ['>> > entropy\r\n>> > collapse\r\n', 'entropy collapse', /of 46 papers/],
  ['entropy\tcollapse', 'entropy collapse', /of 46 papers/],
] as const)
  test(`${JSON.stringify(text)} pasted is searched for`, async ({ page }) => {
    await openList(page, '/')
    await box(page).focus()
    await paste(page, text)
    await expect(box(page)).toHaveValue(query)
    await expect(page.locator('#count')).toHaveText(found)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(box(page)).toHaveValue('')
  })

test('> pasted alone opens nothing, and typed opens the commands', async ({ page }) => {
  await openList(page, '/')
  await box(page).focus()
  await paste(page, '>')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await box(page).fill('')
  await page.keyboard.type('>')
  await expect(page.getByRole('dialog')).toBeVisible()
})
