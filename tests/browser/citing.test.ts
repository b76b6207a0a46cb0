import { readFileSync } from 'node:fs'
import { expect, expectAlive, openList, papersOn, test } from './gate.ts'

test('cites a paper by keyboard alone: copied, saved, and back where one was', async ({ page }) => {
  await page.goto('/paper/2507.10524')
  await expectAlive(page)
  const cite = page.getByRole('button', { name: 'Cite' })
  await cite.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cite this paper' })
  await expect(dialog.getByRole('tab', { name: 'BibTeX' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Copy BibTeX' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Copy BibTeX: copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^@misc\{bae2025mixtureofrecursions-2507\.10524,[\s\S]*eprint = \{2507\.10524\}/,
  )
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('tab', { name: 'RIS' })).toBeFocused()
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toBe('bae2025mixtureofrecursions-2507-10524.ris')
  expect(readFileSync(await file.path(), 'utf8')).toContain('\r\nAU  - Bae, Sangmin\r\n')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(cite).toBeFocused()
  await expect(page).toHaveURL('/paper/2507.10524')
})

test('saves the papers of a search, and goes on from there', async ({ page }) => {
  await openList(page, '/?q=theme:rlvr')
  const count = await page.getByRole('article').count()
  await papersOn(page).getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: `Export ${count} papers` })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^broadsheet-theme-rlvr-\d{4}-\d\d-\d\d\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(1 + count)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(papersOn(page).getByRole('button', { name: 'Export' })).toBeFocused()
  await expect(page).toHaveURL('/?q=theme:rlvr')
})
