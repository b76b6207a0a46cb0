import { expect, test } from './gate.ts'

const notice = 'What does not work'

/** Takes something away that newer browsers have, before any script of the site runs. */
const LACKING = {
  DecompressionStream: () => void Reflect.deleteProperty(window, 'DecompressionStream'),
  dialogs: () => void Reflect.deleteProperty(window, 'HTMLDialogElement'),
  workers: () => void Reflect.deleteProperty(window, 'Worker'),
  'array copies': () => void Reflect.deleteProperty(Array.prototype, 'toSorted'),
}

for (const [name, remove] of Object.entries(LACKING)) {
  test(`a browser without ${name} shows the page, and says what it lacks`, async ({ page }) => {
    await page.addInitScript(remove)
    await page.goto('/')
    const said = page.getByRole('complementary', { name: notice })
    await expect(said).toContainText(`This one lacks ${name}.`)
    await expect(said).toContainText('Firefox 128')
    await expect(page.getByRole('article').first()).toBeVisible()
    await page.getByRole('article').first().getByRole('link').first().click()
    await expect(page).toHaveURL(/\/paper\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // A search gets the page there is, rather than none.
    await page.goto('/?q=policy')
    await expect(said).toBeVisible()
    await expect(page.getByRole('article').first()).toBeVisible()
  })
}

test('scripts that the browser cannot read leave the page readable', async ({ page, faults }) => {
  await page.route('**/assets/index-*.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: 'const of the future = ;' }),
  )
  await page.goto('/')
  await expect(page.getByRole('complementary', { name: notice })).toContainText('need a newer browser')
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(faults.splice(0).every(fault => fault.startsWith('page error'))).toBe(true)
})

test('scripts that do not come leave the page readable, and can be asked for again', async ({
  page,
  faults,
}) => {
  await page.route('**/assets/index-*.js', route => route.abort())
  await page.goto('/?q=codec')
  const said = page.getByRole('complementary', { name: notice })
  await expect(said).toContainText('did not load')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.unroute('**/assets/index-*.js')
  await said.getByRole('link', { name: 'Try again' }).click()
  await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  await expect(said).toHaveCount(0)
  expect(faults.splice(0).every(fault => fault.includes('ERR_FAILED'))).toBe(true)
})

for (const path of ['/', '/?q=codec'])
  test(`scripts that break before they begin leave the page readable: ${path}`, async ({ page, faults }) => {
    await page.addInitScript(() => {
      const { parse } = JSON
      JSON.parse = text => {
        if (text.includes('"named"')) throw new Error('no initial data today')
        return parse(text)
      }
    })
    await page.goto(path)
    await expect(page.getByRole('complementary', { name: notice })).toContainText('no initial data today')
    await expect(page.getByRole('article').first()).toBeVisible()
    expect(faults.splice(0)).toEqual(['page error: no initial data today'])
  })

test('where workers may not begin the page searches by itself [row 70]', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: class {
        constructor() {
          throw new Error('no workers today')
        }
      },
    })
  })
  await page.goto('/?q=codec')
  await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})

test('a page that cannot be drawn says so within its frame, and leads back [row 69]', async ({
  page,
  faults,
}) => {
  await page.addInitScript(() => {
    const { toReversed } = Array.prototype
    Object.defineProperty(Array.prototype, 'toReversed', {
      value(this: unknown[]) {
        // Other pages need it too.
        if (location.pathname === '/digests') throw new Error('no toReversed')
        return toReversed.call(this)
      },
    })
  })
  await page.goto('/digests')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
  expect(faults.splice(0).every(fault => fault.includes('no toReversed'))).toBe(true)
  await page.getByRole('link', { name: 'All papers' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('a page whose frame cannot be drawn says so', async ({ page, faults }) => {
  // Something that the masthead needs.
  await page.addInitScript(() => {
    const { replace } = String.prototype
    Object.defineProperty(String.prototype, 'replace', {
      value(this: string, ...what: Parameters<typeof replace>) {
        if (String(what[0]) === String(/\/$/)) throw new Error('no replace')
        return replace.apply(this, what)
      },
    })
  })
  await page.goto('/digests')
  await expect(page.getByRole('complementary', { name: notice })).toContainText('This page broke')
  faults.splice(0)
})

test('errors that are not of the site do not keep it from starting', async ({ page }) => {
  // As browsers tell of what extensions do, or of boxes that they could not observe in time.
  await page.addInitScript(() => {
    const tell = () => dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop' }))
    tell()
    addEventListener('DOMContentLoaded', tell)
  })
  await page.goto('/?q=codec')
  await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  await expect(page.getByRole('complementary', { name: notice })).toHaveCount(0)
})

/** Without these everything works as before. */
const SPARED = {
  'Trusted Types': () => void Reflect.deleteProperty(window, 'trustedTypes'),
  'crypto.subtle': () => void Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }),
  CompressionStream: () => void Reflect.deleteProperty(window, 'CompressionStream'),
  structuredClone: () => void Reflect.deleteProperty(window, 'structuredClone'),
  clipboard: () => void Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
}

test(`a browser without ${Object.keys(SPARED).join(', ')} searches all the same`, async ({
  anotherContext,
}) => {
  // Or this browser would still ask for the Trusted Types that it lacks.
  const page = await (await anotherContext({ bypassCSP: true })).newPage()
  for (const remove of Object.values(SPARED)) await page.addInitScript(remove)
  await page.goto('/?q=codec')
  await expect(page.locator('#count')).toHaveText(/of 46 papers/)
  await expect(page.getByRole('complementary', { name: notice })).toHaveCount(0)
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.getByRole('button', { name: 'Cite' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('styles that the browser does not know leave a page in its default ones', async ({ page }) => {
  await page.route('**/assets/*.css', async route => {
    const response = await route.fetch()
    // As a browser reads it that knows none of these.
    const body = (await response.text())
      .replaceAll(/:has\(/g, ':unknown(')
      .replaceAll(/text-wrap/g, 'unknown-wrap')
      .replaceAll(/light-dark\(|color-mix\(/g, 'unknown(')
    return route.fulfill({ response, body })
  })
  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  const [ink, paper] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement)
    return [style.color, style.backgroundColor]
  })
  expect(ink).not.toBe(paper)
})
