import type { Page } from '@playwright/test'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { expect } from './gate.ts'

/** Has a page find these settings in its storage. */
export const keep = async (page: Page, settings: object): Promise<void> => {
  await page.addInitScript(([key, stored]) => localStorage.setItem(key, stored), [
    storageName(STORED_SETTINGS, '/'),
    JSON.stringify(settings),
  ] as const)
}

export const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

export const LIGHT = 'rgb(251, 250, 246)'
export const DARK = 'rgb(25, 23, 20)'

export async function openSettings(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(dialog).toBeVisible()
  return dialog
}
