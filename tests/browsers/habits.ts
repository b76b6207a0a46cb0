import type { Story } from './story.ts'
import { expectSame, type Tab } from './tab.ts'

const LIGHT = 'rgb(251, 250, 246)'
const DARK = 'rgb(25, 23, 20)'

const background = (tab: Tab, color: string) =>
  tab.until(
    `the colour ${color}`,
    color => getComputedStyle(document.documentElement).backgroundColor === color,
    color,
  )

const scrolled = (tab: Tab): Promise<number> => tab.run(() => Math.round(window.scrollY))

/** Where what has the focus stands below the top of the window: cards far from it have estimated heights. */
const topOfFocus = (tab: Tab): Promise<number> =>
  tab.run(() => document.activeElement?.getBoundingClientRect().top ?? Number.NaN)

/** Waits until nothing scrolls or grows any more. */
async function atRest(tab: Tab): Promise<void> {
  let before = Number.NaN
  for (let same = 0; same < 3; ) {
    const now = await tab.run(() => window.scrollY + document.documentElement.scrollHeight)
    same = now === before ? same + 1 : 0
    before = now
  }
}

/** What people do on any page. */
export const HABITS: readonly Story[] = [
  {
    name: 'a list follows each key that is typed, from the first',
    act: async ({ tab }) => {
      await tab.open('')
      await tab.press('/')
      let before = ''
      for (const key of 'entropy') {
        await tab.type(key)
        before += key
        await tab.at(`/?q=${before}`)
        await tab.count('of 46 papers')
      }
      await tab.see('article mark', '[Ee]ntropy')
      await tab.press('Escape')
      await tab.click('button', '^Clear the search$')
      await tab.at('/')
      await tab.count('46 papers')
      await tab.type('th')
      await tab.see('[role="listbox"] [role="option"]', '^theme:')
      await tab.press('ArrowDown', 'Enter')
      await tab.until('the box to be completed', () =>
        document.querySelector<HTMLInputElement>('#search')?.value.startsWith('theme:'),
      )
    },
  },
  {
    name: 'single keys lead everywhere',
    act: async ({ tab }) => {
      await tab.open('')
      await tab.count('46 papers')
      for (const [keys, address] of [
        ['g t', '/themes'],
        ['g d', '/digests'],
        ['g h', '/'],
      ] as const) {
        await tab.press(...keys.split(' '))
        await tab.at(address)
        await tab.alive()
      }
      await tab.count('46 papers')
      for (const [key, address] of [
        ['1', '/?view=compact'],
        ['3', '/?view=full'],
        ['2', '/'],
      ] as const) {
        await tab.press(key)
        await tab.at(address)
      }
      await tab.press('j')
      const [first] = await tab.titles()
      expectSame('the focus', await tab.focused(), first)
      await tab.press('x')
      await tab.see('[aria-label^="Abstract of"][aria-expanded=true]')
      await tab.press('y')
      await tab.see('[role="status"]', 'Copy link: copied')
      await tab.press('c')
      await tab.see('dialog h2', 'Cite this paper')
      await tab.press('Escape')
      await tab.seeNot('dialog')
      expectSame('the focus after the dialog', await tab.focused(), first)
      await tab.press('?')
      await tab.see('dialog h2', 'Keyboard shortcuts')
      await tab.press('Escape')
      await tab.seeNot('dialog')
      await tab.press('t')
      await tab.see('dialog [role="option"]', 'RLVR')
      await tab.type('rlvr')
      await tab.press('Enter')
      await tab.at('/?q=theme:rlvr')
      await tab.count('of 46 papers')
    },
  },
  {
    name: 'the command palette finds a command by its letters, and does it',
    act: async ({ tab }) => {
      await tab.open('')
      await tab.count('46 papers')
      await tab.press('Control+k')
      await tab.type('>')
      await tab.see('dialog [role="option"]', 'Choose a theme')
      await tab.type('digests')
      await tab.until('one choice at the top', () =>
        /digests/i.test(document.querySelector('[role="option"][aria-selected="true"]')?.textContent ?? ''),
      )
      await tab.press('Enter')
      await tab.at('/digests')
      await tab.heading('Digests')
    },
  },
  {
    name: 'a paper is cited in all formats, copied and saved',
    act: async ({ tab }) => {
      await tab.open('paper/2507.10524')
      await tab.click('main button', '^Cite')
      for (const [format, text] of [
        ['BibTeX', '@misc\\{bae2025mixtureofrecursions-2507.10524,[^]*eprint = \\{2507.10524\\}'],
        ['RIS', 'AU  - Bae, Sangmin'],
        ['CSL-JSON', '"family": ?"Bae"'],
        ['APA', 'Bae, S\\.'],
        ['Markdown', '\\[Mixture-of-Recursions'],
      ] as const) {
        await tab.click('dialog [role="tab"]', `^${format}`)
        await tab.see('dialog [role="tabpanel"]', text)
        await tab.click('dialog button', '^Copy ')
        await tab.see('[role="status"]', 'copied$')
      }
      await tab.press('Escape')
      await tab.seeNot('dialog')
      expectSame('the focus', await tab.focused(), 'Cite')
    },
  },
  {
    name: 'dark colours are chosen, and stay',
    act: async ({ tab }) => {
      await tab.open('themes')
      await background(tab, LIGHT)
      await tab.click('button', '^Settings$')
      await tab.click('dialog label', '^Dark$')
      await background(tab, DARK)
      await tab.press('Escape')
      await tab.reload()
      await background(tab, DARK)
      await tab.open('')
      await background(tab, DARK)
    },
  },
  {
    name: 'a system that prefers dark colours has dark pages, unless light ones are chosen',
    isDark: true,
    act: async ({ tab }) => {
      await tab.open('themes')
      await background(tab, DARK)
      await tab.click('button', '^Settings$')
      await tab.click('dialog label', '^Light$')
      await background(tab, LIGHT)
    },
  },
  {
    name: 'Back restores list, place and focus',
    act: async ({ tab }) => {
      await tab.open('?q=token')
      await tab.count('46 papers')
      for (let down = 0; down < 10; down++) await tab.press('j')
      await atRest(tab)
      const title = await tab.focused()
      const place = await topOfFocus(tab)
      if ((await scrolled(tab)) < 300) throw new Error('The list was not scrolled.')
      await tab.press('Enter')
      await tab.until('the paper', title => document.querySelector('h1')?.textContent === title, title)
      expectSame('the place in the paper', await scrolled(tab), 0)
      await tab.driver.back()
      await tab.at('/?q=token')
      await tab.until(
        'the focus',
        title => document.activeElement?.textContent?.trim() === title && window.scrollY > 0,
        title,
      )
      await atRest(tab)
      const back = await topOfFocus(tab)
      if (Math.abs(back - place) > 2)
        throw new Error(`After Back the paper stands at ${back} pixels, and stood at ${place}.`)
      await tab.press('Enter')
      await tab.click('a', 'Back to the list')
      await tab.until('the focus', title => document.activeElement?.textContent?.trim() === title, title)
    },
  },
  {
    name: 'the help page explains, and its examples work',
    act: async ({ tab }) => {
      await tab.open('help')
      await tab.heading('Help')
      await tab.until('the counts of the examples', () => /\d+ papers?/.test(document.body.innerText))
      await tab.click('main a[href*="?q="]')
      await tab.until('a search', () => location.search.startsWith('?q='))
      await tab.count('of 46 papers')
    },
  },
]
