import type { Page } from '@playwright/test'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { expect, expectAlive, papersOn, test } from './gate.ts'

const box = (page: Page) => page.getByRole('combobox', { name: 'Search papers' })

/** Bits a second of a line that is slow, and how long its answers take, in milliseconds. */
const SLOW = { kbits: 400, latency: 400 }

/** A slow line, a slow processor, or both. */
async function slowDown(page: Page, { line = true, processor = 1 }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const throughput = (SLOW.kbits * 1_000) / 8
  if (line)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor })
}

/** Holds the app back until it is let go. */
async function holdApp(page: Page, files = /assets\/index-.*\.js/): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(files, async route => {
    await held
    await route.continue()
  })
  return release
}

/** Opens a page as far as it can be read, while the app is held back. */
async function openHeld(page: Page, path = '/', files?: RegExp): Promise<() => void> {
  const release = await holdApp(page, files)
  await page.goto(path, { waitUntil: 'commit' })
  await expect(page.getByRole('heading').first()).toBeVisible()
  return release
}

for (const [name, how] of [
  ['a slow line', {}],
  ['a slow processor', { line: false, processor: 20 }],
] as const)
  test(`text that is typed from the first moment reaches the list on ${name}`, async ({ page }) => {
    await slowDown(page, how)
    await page.goto('/', { waitUntil: 'commit' })
    await box(page).click()
    await page.keyboard.type('entropy collapse', { delay: 150 })
    await expect(box(page)).toHaveValue('entropy collapse')
    await expect(page).toHaveURL('/?q=entropy+collapse', { timeout: 60_000 })
    await expect(page.locator('#count')).toHaveText(/of 46 papers/, { timeout: 60_000 })
    await expect(box(page)).toHaveValue('entropy collapse')
  })

test('text is searched for where the caret stands in it, and goes on from there', async ({ page }) => {
  const release = await openHeld(page)
  await box(page).click()
  await page.keyboard.type('entropy collapse')
  for (let at = 0; at < 8; at++) await page.keyboard.press('ArrowLeft')
  release()
  await expect(page).toHaveURL('/?q=entropy+collapse')
  await page.keyboard.type('model ')
  await expect(box(page)).toHaveValue('entropy model collapse')
  await expect(page).toHaveURL('/?q=entropy+model+collapse')
})

test('Enter searches once, for all that was typed, and text typed after it is kept', async ({ page }) => {
  const release = await openHeld(page)
  await box(page).click()
  await page.keyboard.type('codec')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' audio')
  await expect(page).toHaveURL('/')
  release()
  await expect(page).toHaveURL('/?q=codec+audio')
  await expect(box(page)).toHaveValue('codec audio')
  await expect(page.locator('#count')).toHaveText(/ms/)
  expect(await page.evaluate(() => history.length)).toBe(2)
})

test('text that is pasted or put in by the browser is searched for', async ({ page }) => {
  const release = await openHeld(page)
  await page.evaluate(() => navigator.clipboard.writeText('pasted codec'))
  await box(page).click()
  await page.keyboard.press('Control+v')
  await expect(box(page)).toHaveValue('pasted codec')
  release()
  await expect(page).toHaveURL('/?q=pasted+codec')

  const again = await openHeld(page)
  // As browsers restore what stood in a form: without an event.
  await box(page).evaluate(input => Object.assign(input, { value: 'restored' }))
  again()
  await expect(page).toHaveURL('/?q=restored')
  await expect(box(page)).toHaveValue('restored')
})

test('text that is being composed is not interrupted', async ({ page }) => {
  const release = await openHeld(page)
  await box(page).click()
  const session = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await page.evaluate(() => {
    addEventListener('compositionend', () => Object.assign(window, { ended: true }))
  })
  await compose('へん')
  release()
  await expectAlive(page)
  await compose('へんか')
  expect(await page.evaluate(() => 'ended' in window)).toBe(false)
  await session.send('Input.insertText', { text: '変換' })
  await expect(box(page)).toHaveValue('変換')
  await expect(page).toHaveURL(`/?q=${encodeURIComponent('変換')}`)
})

test('text typed before what the box needs has come stays', async ({ page }) => {
  const release = await openHeld(page, '/', /assets\/(?:suggesting|presses|table|facets|narrowing)-.*\.js/)
  await expect(page.locator('#count')).toHaveText(/ms/)
  await box(page).click()
  await page.keyboard.type('entropy ')
  release()
  await page.keyboard.type('collapse', { delay: 50 })
  await expect(box(page)).toHaveValue('entropy collapse')
  await expect(page).toHaveURL('/?q=entropy+collapse')
})

test('keys reach the list in their order, each once', async ({ page }) => {
  const release = await openHeld(page)
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  const second = papersOn(page).getByRole('article').nth(1).getByRole('heading').getByRole('link')
  const title = await second.textContent()
  release()
  await expect(second).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title as string)
})

test('a paper is opened by keys that came before the app', async ({ page }) => {
  const release = await openHeld(page)
  const second = papersOn(page).getByRole('article').nth(1).getByRole('heading').getByRole('link')
  const title = await second.textContent()
  for (const key of ['j', 'j', 'o']) await page.keyboard.press(key)
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title as string)
})

test('the key for the box leads there at once, and what follows is typed into it', async ({ page }) => {
  const release = await openHeld(page)
  await page.keyboard.press('/')
  await page.keyboard.type('codec')
  await expect(box(page)).toHaveValue('codec')
  release()
  await expect(page).toHaveURL('/?q=codec')
  await expect(box(page)).toBeFocused()
})

test('after other keys, and on a page without the box, the key for the box and the text wait', async ({
  page,
}) => {
  const release = await openHeld(page, '/help')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('audio cx')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('odec')
  await page.keyboard.press('Enter')
  release()
  await expect(page).toHaveURL('/?q=audio+codec')
  await expect(box(page)).toHaveValue('audio codec')
  await expect(box(page)).toBeFocused()

  const again = await openHeld(page)
  await page.keyboard.press('j')
  await page.keyboard.press('/')
  await page.keyboard.type('codec')
  again()
  await expect(page).toHaveURL('/?q=codec')
  await expect(box(page)).toBeFocused()
})

for (const [keys, seen] of [
  [['?'], 'Keyboard shortcuts'],
  [['g', 'd'], 'Digests'],
  [['g', 'h'], undefined],
] as const)
  test(`${keys.join(' ')} is answered once the app is there`, async ({ page }) => {
    const release = await openHeld(page, '/themes')
    for (const key of keys) await page.keyboard.press(key)
    release()
    if (seen) await expect(page.getByRole('heading', { name: seen, exact: true })).toBeVisible()
    else await expect(page).toHaveURL('/')
  })

test('the palette opens with what was typed for it', async ({ page }) => {
  const release = await openHeld(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('help')
  release()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toHaveValue('help')
  await expect(box(page)).toHaveValue('')
})

test('single keys that are switched off are left alone', async ({ page }) => {
  await page.addInitScript(
    key => localStorage.setItem(key, '{"keys":"off"}'),
    storageName(STORED_SETTINGS, '/'),
  )
  const release = await openHeld(page)
  for (const key of ['j', '?']) await page.keyboard.press(key)
  release()
  await expect(page.locator('#count')).toHaveText(/ms/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('body')).toBeFocused()
})

test('each button that was clicked is clicked once, however often it was tried', async ({ page }) => {
  const release = await openHeld(page)
  const more = (at: number) =>
    papersOn(page).getByRole('article').nth(at).locator('button[aria-expanded]').first()
  for (const at of [0, 0, 0, 1]) await more(at).click()
  release()
  for (const at of [0, 1]) await expect(more(at)).toHaveAttribute('aria-expanded', 'true')
})

test('a key pressed before its command has come does not take the caret from the box', async ({ page }) => {
  const release = await openHeld(page, '/', /assets\/(?:presses|table)-.*\.js/)
  await expect(page.locator('#count')).toHaveText(/ms/)
  await page.keyboard.press('j')
  await page.keyboard.press('/')
  await page.keyboard.type('entropy ')
  release()
  await page.waitForTimeout(300)
  await page.keyboard.type('collapse')
  await expect(box(page)).toHaveValue('entropy collapse')
  await expect(page).toHaveURL('/?q=entropy+collapse')
})

test('a form is sent where the app cannot come, and opens the front page with the query', async ({
  page,
  faults,
}) => {
  await page.route('**/assets/index-*.js', route => route.abort())
  await page.goto('/')
  await expect(page.getByRole('complementary', { name: 'What does not work' })).toBeVisible()
  await box(page).fill('codec')
  await box(page).press('Enter')
  await expect(page).toHaveURL('/?q=codec')
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(faults.splice(0).every(fault => fault.includes('ERR_FAILED'))).toBe(true)
})

test('a click into the box shows suggestions for what was typed there', async ({ page }) => {
  const release = await openHeld(page)
  await box(page).click()
  await box(page).click()
  await page.keyboard.type('them')
  release()
  const list = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(list.getByRole('option', { name: /^theme:/ })).toBeVisible()
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('e')
  await expect(box(page)).toHaveValue('theme')
})

test('who has left the box since gets no suggestions', async ({ page }) => {
  const release = await openHeld(page)
  await box(page).click()
  await page.keyboard.type('them')
  await page.getByRole('heading', { level: 1 }).click()
  release()
  await expect(page).toHaveURL('/?q=them')
  await page.waitForTimeout(300)
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toHaveCount(0)
})
