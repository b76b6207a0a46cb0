import type { Page } from '@playwright/test'
import { atRest, expect, openList, papersOn, test } from './gate.ts'

/**
 * What translation by a browser does: each text stands in two `<font>` afterwards, as the node that was there (`wraps`) or as
 * another (`replaces`). Texts that come later are translated as they come.
 */
type Way = 'wraps' | 'replaces'

async function translate(page: Page, way: Way): Promise<void> {
  await page.evaluate(way => {
    const translateAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isTranslated = node.parentElement?.closest('font, script, style, textarea, title, svg')
        if (!isTranslated && node.textContent?.trim()) texts.push(node as Text)
      }
      for (const text of texts) {
        const outer = document.createElement('font')
        const inner = outer.appendChild(document.createElement('font'))
        if (way === 'replaces') {
          inner.textContent = text.data
          text.parentNode?.insertBefore(outer, text)
          text.remove()
        } else {
          text.replaceWith(outer)
          inner.append(text)
        }
      }
    }
    translateAll()
    new MutationObserver(translateAll).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  }, way)
}

/** What some extensions add. */
const extend = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.setAttribute('data-darkreader-mode', 'dynamic')
    document.body.setAttribute('data-gr-ext-installed', '')
    document.body.prepend(document.createElement('grammarly-desktop-integration'))
    document.body.append(document.createElement('div'))
    for (const place of document.querySelectorAll('article, li, dialog, dialog *, [role=listbox]'))
      if (!place.closest('svg, math, select, textarea')) place.append(document.createElement('x-extension'))
  })

const box = (page: Page) => page.getByRole('combobox', { name: 'Search papers' })

for (const way of ['wraps', 'replaces'] as const)
  test(`a page whose texts translation ${way} goes on as before`, async ({ page }) => {
    await openList(page, '/')
    await translate(page, way)
    await extend(page)
    const expectList = async (q: string, count: RegExp) => {
      await expect(page.locator('#count')).toHaveText(count)
      await expect(page).toHaveURL(url => (url.searchParams.get('q') ?? '') === q)
      await expect(page.getByText('This page could not be shown')).toHaveCount(0)
    }
    for (const [q, count] of [
      ['entropy', /^6 of 46 papers/],
      ['entropy token', /^\d+ of 46 papers/],
      ['theme:rlvr', /^5 of 46 papers/],
      ['zzzzzz after:2024', /^No paper|^0/],
      ['', /^46 papers/],
    ] as const) {
      await box(page).fill(q)
      if (q !== 'zzzzzz after:2024') await expectList(q, count)
      else await expect(page.getByText(/^No paper matches/)).toBeVisible()
      await extend(page)
    }
    await page.getByRole('navigation', { name: 'Themes' }).getByRole('link', { name: /^RLVR/ }).click()
    await expectList('theme:rlvr', /^5 of 46 papers/)
    await expect(papersOn(page).getByRole('article')).toHaveCount(5)
    await page.getByRole('button', { name: 'Cite' }).first().click()
    await extend(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('tab', { name: 'RIS' }).click()
    await expect(dialog.getByRole('textbox')).toHaveValue(/^TY {2}- /)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
    await papersOn(page).getByRole('heading').getByRole('link').first().click()
    await expect(page.getByText('1 of 5')).toBeVisible()
    await page.getByRole('link', { name: /^Next/ }).click()
    await expect(page.getByText('2 of 5')).toBeVisible()
    await page.goBack()
    await expectList('theme:rlvr', /^5 of 46 papers/)
    await page.getByRole('link', { name: 'Digests', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
    await atRest(page)
  })

test('texts and attributes that others added before the page came to life do not break it', async ({
  page,
  faults,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.setAttribute('data-darkreader-mode', 'dynamic')
      document.body.setAttribute('data-new-gr-c-s-check-loaded', '1')
      document.body.append(document.createElement('grammarly-desktop-integration'))
      for (const link of document.querySelectorAll('#root nav a')) {
        const font = document.createElement('font')
        font.textContent = link.textContent
        link.replaceChildren(font)
      }
      document.querySelector('#root article')?.prepend(document.createElement('x-extension'))
    })
  })
  await openList(page, '/')
  await box(page).fill('entropy')
  await expect(page.locator('#count')).toHaveText(/^6 of 46 papers/)
  // React says that it draws the page anew.
  faults.splice(0, faults.length, ...faults.filter(fault => !/React error #4\d\d/.test(fault)))
})
