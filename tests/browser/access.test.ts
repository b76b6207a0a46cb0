import { paperWith } from '../fixtures/paper.ts'
import { serveCorpus } from './corpus.ts'
import { expect, openList, test } from './gate.ts'
import { type Look, SCREENS, type Screen } from './screens.ts'
import { ALL_LOOKS, testBarriers } from './walk.ts'

/** Screens that every change looks at, one of each kind. `npm run test:long` looks at all screens. */
const USUAL = [
  ...['front', 'front-none', 'front-filters-open', 'suggestions', 'dialog-cite', 'palette'],
  ...['paper', 'theme', 'themes', 'digests', 'digest-day', 'help', 'not-found'],
]

const screenOf = (name: string): Screen => {
  const screen = SCREENS.find(other => other.name === name)
  if (!screen) throw new Error(`no screen is called ${name}`)
  return screen
}

/** One of the nine looks for each screen, another one for the next. `npm run test:long` takes all nine. */
const looksOf = (screen: Screen): Look[] => {
  const looks = ALL_LOOKS.filter(({ width }) => width <= (screen.upTo ?? width))
  return [looks[(USUAL.indexOf(screen.name) * 4) % looks.length] as Look]
}

testBarriers({ screens: USUAL.map(screenOf), looksOf, hasFewCards: true })

test('following a link names the page in its title, and leads to its heading', async ({ page }) => {
  await openList(page, '/')
  const steps: [name: string | RegExp, title: RegExp][] = [
    ['Themes', /^Themes/],
    [/^RLVR/, /^RLVR/],
    [/^Rethinking Entropy Interventions/, /^Rethinking Entropy Interventions/],
    ['Digests', /^Digests/],
    [/^Thursday 11 December 2025/, /^Digest of Thursday 11 December 2025/],
    ['Help', /^Help/],
    ['Broadsheet', /^Broadsheet/],
  ]
  for (const [name, title] of steps) {
    await page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click()
    await expect(page).toHaveTitle(title)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
})

test('typing a query has its answer said once, when typing has come to rest', async ({ page }) => {
  await openList(page, '/')
  const status = page.getByRole('status')
  await expect(status).toHaveText('46 papers')
  await status.evaluate(element => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push(element.textContent ?? '')).observe(element, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.focus()
  // In the page, where a busy machine keeps its timers in their order: from outside, a key may come late.
  await box.evaluate(element => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    for (let length = 1; length <= 'codec'.length; length++)
      setTimeout(() => {
        value?.set?.call(element, 'codec'.slice(0, length))
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }, 80 * length)
  })
  // How many suggestions there are is said beside it.
  const answers = async () => {
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    return said.filter(words => words.includes('papers'))
  }
  await expect.poll(answers).toHaveLength(1)
  // Longer than any answer is waited for.
  await page.waitForTimeout(1_500)
  expect(await answers()).toEqual([expect.stringMatching(/^\d+ of 46 papers/)])
  await expect(status).not.toHaveAttribute('aria-live', 'assertive')
})

test('whoever wants less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/?q=theme:rlvr', '/paper/2507.10524', '/themes', '/digests']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(element => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
          return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
        }).length,
    )
    expect(moving, path).toBe(0)
  }
})

test('a dialog gives the focus back to what opened it', async ({ page }) => {
  await openList(page, '/?q=theme:rlvr')
  for (const name of ['Follow', 'Export', 'Cite']) {
    const opener = page.getByRole('button', { name }).first()
    for (const close of ['Escape', 'Close']) {
      await opener.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      if (close === 'Escape') await page.keyboard.press('Escape')
      else await dialog.getByRole('button', { name: 'Close' }).click()
      await expect(dialog).toHaveCount(0)
      await expect(opener, `${name}, ${close}`).toBeFocused()
    }
  }
})

test('printed, a paper is what is known of it with its addresses, without controls', async ({ page }) => {
  await page.goto('/paper/2507.10524')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByText(/^Scaling language models/)).toBeVisible()
  await expect(page.getByText('14 Jul 2025')).toBeVisible()
  await expect(page.getByText(/^@misc\{/)).toBeVisible()
  const address = await page
    .locator('main a', { hasText: /^arXiv$/ })
    .evaluate(link => getComputedStyle(link, '::after').content)
  expect(address).toContain('https://arxiv.org/abs/2507.10524')
  for (const role of ['button', 'navigation', 'contentinfo', 'combobox'] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0)
  // Ink on paper, whatever the screen has.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(251, 250, 246)',
  )
})

test('printed, a list has its papers without controls, and folded names are all there', async ({ page }) => {
  await openList(page, '/?q=theme:rlvr')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article')).toHaveCount(5)
  for (const role of ['button', 'navigation', 'complementary', 'combobox'] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0)
  const crowd = paperWith({ id: 'crowd', authors: Array.from({ length: 40 }, (_, at) => `Author ${at}`) })
  await page.emulateMedia({ media: 'screen' })
  await serveCorpus(page, { '2025-12': [crowd] })
  await page.goto('/paper/crowd')
  await expect(page.getByText('Author 39', { exact: true })).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Author 39', { exact: true })).toBeVisible()
})
