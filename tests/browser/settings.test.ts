import { expect, openList, test } from './gate.ts'
import { background, DARK, keep, LIGHT, openSettings } from './keptSettings.ts'
import { shiftsOn, watchShifts } from './shifts.ts'

test('a setting works at once, after a reload, and in other tabs', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto('/help')
  await page.goto('/themes')
  const dialog = await openSettings(page)
  await dialog.getByRole('radio', { name: 'Dark' }).check()
  expect(await background(page)).toBe(DARK)
  await expect.poll(() => background(other)).toBe(DARK)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Settings', exact: true })).toBeFocused()
  await page.reload()
  expect(await background(page)).toBe(DARK)
  await openSettings(other)
  await other.getByRole('button', { name: 'Reset to the defaults' }).click()
  await expect.poll(() => background(page)).toBe(LIGHT)
})

test('settings are there before anything is painted, and move nothing', async ({ anotherContext }) => {
  for (const settings of [{}, { theme: 'dark', text: 'larger', density: 'tight', abstract: '6' }]) {
    const page = await (await anotherContext()).newPage()
    await keep(page, settings)
    await watchShifts(page)
    await page.addInitScript(() => {
      const painted: string[] = []
      Object.assign(window, { painted })
      // Runs with each frame, right before it is painted, from the first one on.
      const look = () => {
        const { backgroundColor, fontSize } = getComputedStyle(document.documentElement)
        if (document.body) painted.push(`${backgroundColor} ${fontSize}`)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await openList(page, '/')
    const painted = await page.evaluate(() => (window as unknown as { painted: string[] }).painted)
    const { theme } = settings as { theme?: string }
    expect([...new Set(painted)]).toEqual([theme ? `${DARK} 21.6px` : `${LIGHT} 16px`])
    const { sum, shifts } = await shiftsOn(page)
    expect(sum, shifts).toBeLessThanOrEqual(0.02)
    await page.close()
  }
})

test('abstracts have as many lines as were chosen, whole where the layout says so', async ({ page }) => {
  await openList(page, '/')
  const abstract = page.locator('article [dir="auto"]:not(h2)').first()
  const lines = () =>
    abstract.evaluate(element =>
      Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
    )
  expect(await lines()).toBe(3)
  const dialog = await openSettings(page)
  for (const [name, wanted] of [
    ['None', 0],
    ['One line', 1],
    ['Six lines', 6],
    ['Three lines', 3],
  ] as const) {
    await dialog.getByRole('radio', { name }).check()
    expect(await lines(), name).toBe(wanted)
  }
  await dialog.getByRole('radio', { name: 'None' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Full' }).click()
  await expect(abstract).toBeVisible()
  expect(await lines()).toBeGreaterThan(6)
})

test('tight cards take less room, and the size of text is the browser’s own times the one chosen', async ({
  page,
}) => {
  await openList(page, '/')
  const card = page.getByRole('article').first()
  const height = async () => (await card.boundingBox())?.height ?? 0
  const before = await height()
  const dialog = await openSettings(page)
  await dialog.getByRole('radio', { name: 'Tight' }).check()
  expect(await height()).toBeLessThan(before - 30)
  await dialog.getByRole('radio', { name: 'Comfortable' }).check()
  const size = () => card.evaluate(element => getComputedStyle(element).fontSize)
  expect(await size()).toBe('16px')
  await dialog.getByRole('radio', { name: 'Large', exact: true }).check()
  expect(await size()).toBe('18.4px')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.enable')
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 20 } })
  await expect.poll(size).toBe('23px')
})

const STORAGES: Record<string, () => void> = {
  blocked: () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  },
  absent: () => undefined,
}

for (const [how, get] of Object.entries(STORAGES))
  test(`storage that is ${how} leaves a site that works, and settings that last as long as the page`, async ({
    page,
  }) => {
    await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: ${get} })`)
    await page.goto('/themes')
    const dialog = await openSettings(page)
    // Before anything is chosen in vain.
    await expect(dialog.getByText(/^Your browser stores nothing/).first()).toBeVisible()
    await dialog.getByRole('radio', { name: 'Dark' }).check()
    await expect(dialog.getByText(/^Your browser stores nothing/).first()).toBeVisible()
    expect(await background(page)).toBe(DARK)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Digests' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
    expect(await background(page)).toBe(DARK)
    // A search, a paper found, and back to where it was opened.
    await page.goto('/?q=policy')
    const papers = page.getByRole('article')
    await expect(page.locator('#count')).toHaveText(/ms$/)
    const second = papers.nth(1).getByRole('heading').getByRole('link')
    const title = (await second.textContent()) ?? ''
    await second.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.goBack()
    await expect(second).toBeInViewport()
    const box = page.getByRole('combobox', { name: 'Search papers' })
    await box.fill('')
    await expect(page.getByRole('option', { name: /policy/ }).first()).toBeVisible()
  })

test('what is printed stays light', async ({ page }) => {
  await keep(page, { theme: 'dark' })
  await page.goto('/help')
  expect(await background(page)).toBe(DARK)
  await page.emulateMedia({ media: 'print' })
  expect(await background(page)).toBe(LIGHT)
})
