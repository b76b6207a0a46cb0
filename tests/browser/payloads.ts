import type { Page } from '@playwright/test'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { paperWith } from '../fixtures/paper.ts'
import { PAYLOADS } from '../hostile/payloads.ts'
import { serveCorpus } from './corpus.ts'
import { expect, expectAlive } from './gate.ts'

const DAY = '2025-12-11'

const textOf = (at: number): string => PAYLOADS[at % PAYLOADS.length]?.text as string

const THEMES: readonly Theme[] = [0, 40, 60].map((at, number) => ({
  id: `theme-${number}`,
  label: textOf(at),
  group: textOf(at + 1),
  about: textOf(at + 2),
  query: 'alert',
}))

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)

const addressWith = (text: string): string =>
  `https://example.org/${isWellFormed(text) ? encodeURIComponent(text) : ''}`

/** For each payload a paper that has it in every field with text. */
const papers: readonly CorpusPaper[] = PAYLOADS.map(({ text }, at) =>
  paperWith({
    id: `p-${at}`,
    title: text,
    abstract: `${text} and ${text}`,
    authors: [text, `Ana ${text}`],
    organization: { name: text, slug: text },
    // What is no address does not get as far as the corpus.
    codeUrls: [addressWith(text)],
    projectUrls: [addressWith(text)],
    categories: [text],
    publishedAt: `2025-12-0${1 + (at % 9)}`,
    listedOn: [DAY],
    themes: THEMES.map(({ id }) => id),
  }),
)

/** Elements and attributes that no page of ours has, which a payload would have made. */
const harmIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const made =
      'iframe, object, embed, base, img, video, audio, marquee, form[action]:not([action="/"]), frame, applet, portal'
    const elements = [...document.querySelectorAll(made)].map(({ outerHTML }) => outerHTML.slice(0, 200))
    const scripts = [...document.scripts].filter(
      ({ src, type }) => !type.includes('json') && !src.startsWith(`${location.origin}/`),
    )
    const attributes = [...document.querySelectorAll('*')].flatMap(element =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^(?:on|srcdoc$|ping$|formaction$|xlink:href$)/.test(name) ||
            (/^(?:href|src)$/.test(name) && !/^(?:https?:\/\/|\/(?![/\\])|#|$)/.test(value)),
        )
        .map(({ name, value }) => `${element.localName} ${name}=${value.slice(0, 100)}`),
    )
    return [...elements, ...scripts.map(({ outerHTML }) => outerHTML.slice(0, 200)), ...attributes]
  })

/**
 * Shows payloads in every field on every screen. What runs, breaks or asks elsewhere is a fault of the gate; what a payload
 * makes of the page is found here.
 *
 * @param share which of `of` shares of the payloads is searched for and opened, from 0; lists show all of them
 */
export async function showPayloads(page: Page, share: number, of: number): Promise<void> {
  await serveCorpus(page, { '2025-12': [...papers] }, [], THEMES)
  const isHarmless = async (where: string) => expect(await harmIn(page), where).toEqual([])
  const own = papers.filter((_, at) => at % of === share)

  const pages = Math.ceil(papers.length / 50)
  for (const view of ['cards', 'compact', 'full'])
    for (let number = 1; number <= pages; number++) {
      const address = `/?view=${view}&page=${number}`
      await page.goto(address)
      await expect(page.locator('#count')).toContainText(`${papers.length} papers`)
      await expect(page.getByRole('article')).toHaveCount(Math.min(50, papers.length - 50 * (number - 1)))
      await isHarmless(address)
    }

  await page.goto('/')
  await expectAlive(page)
  const box = page.getByRole('combobox', { name: 'Search papers' })
  for (const { title } of own) {
    await box.fill(title.slice(0, 100))
    await box.press('Enter')
    await expect(page.locator('main')).toContainText(/paper|match/)
    await isHarmless(`searching for ${title}`)
  }
  await box.fill('aler')
  await expect(page.getByRole('listbox')).toBeVisible()
  await isHarmless('suggestions')

  for (const path of ['/themes', '/theme/theme-0', '/theme/theme-1', `/digest/${DAY}`, '/digests', '/help']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (path.startsWith('/theme/') || path.startsWith('/digest/'))
      await expect(page.getByRole('article').first()).toBeVisible()
    await isHarmless(path)
  }
  for (const { title } of own)
    for (const kind of ['paper', 'theme', 'digest'])
      if (isWellFormed(title) && title.length < 500) {
        const path = `/${kind}/${encodeURIComponent(title)}`
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await isHarmless(path)
      }

  for (const { id } of own) {
    await page.goto(`/paper/${id}`)
    await expect(page.locator(`[data-reading="${id}"]`)).toBeVisible()
    await isHarmless(id)
    await page.getByRole('button', { name: 'Cite' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cite this paper' })
    for (const tab of await dialog.getByRole('tab').all()) {
      await tab.click()
      await isHarmless(`${id}, cited`)
    }
  }
}
