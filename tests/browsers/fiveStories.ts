import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Story } from './story.ts'
import { expectSame } from './tab.ts'

const ENTROPY = 'Rethinking Entropy Interventions in RLVR'
const MIXTURE = 'paper/2507.10524'

/** The five kinds of people that the site is for, each with what they come for. */
export const FIVE_STORIES: readonly Story[] = [
  {
    name: 'the scanner goes through the papers of a day by single keys, and comes back to where they were',
    act: async ({ tab }) => {
      await tab.open('digest/2025-12-11')
      await tab.count('46 papers')
      await tab.press('1')
      await tab.at('/digest/2025-12-11?view=compact')
      await tab.press('j', 'j', 'j', 'k')
      const [, second, third] = await tab.titles()
      expectSame('the focus', await tab.focused(), second)
      await tab.press('o')
      await tab.until('the paper', title => document.querySelector('h1')?.textContent === title, second)
      await tab.see('nav[aria-label="Papers of the list"] a', '^Next')
      await tab.press('j')
      await tab.until('the next paper', title => document.querySelector('h1')?.textContent === title, third)
      await tab.driver.back()
      await tab.at('/digest/2025-12-11?view=compact')
      await tab.count('46 papers')
    },
  },
  {
    name: 'the searcher types words they half remember, with an error, and opens the paper',
    act: async ({ tab }) => {
      await tab.open('')
      await tab.count('46 papers')
      await tab.press('/')
      await tab.type('verifible rewards entropy')
      await tab.press('Enter')
      await tab.at('/?q=verifible+rewards+entropy')
      await tab.count('of 46 papers')
      await tab.see('article:first-of-type mark, article mark', 'Verifiable')
      const [first] = await tab.titles()
      if (!first?.startsWith(ENTROPY)) throw new Error(`“${first}” was found first.`)
      await tab.click('article h2 a', ENTROPY)
      await tab.heading(ENTROPY)
      await tab.until('the title of the page', title => document.title.startsWith(title), ENTROPY)
      await tab.see('main', 'achieves stronger downstream performance across various')
    },
  },
  {
    name: 'the follower narrows to a theme, and finds its feed',
    act: async ({ tab }) => {
      await tab.open('')
      await tab.count('46 papers')
      await tab.click('nav[aria-label="Themes"] a', '^RLVR')
      await tab.at('/?q=theme:rlvr')
      await tab.count('of 46 papers')
      const found = Number(
        await tab.run(() => document.querySelector('#count')?.textContent?.match(/\d+/)?.[0]),
      )
      await tab.until('all cards', found => document.querySelectorAll('article').length === found, found)
      await tab.click('button', '^Follow')
      await tab.see('dialog h2', 'Follow RLVR')
      const [type, text] = await tab.run(async () => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('dialog a')]
        const response = await fetch(links.find(({ href }) => href.endsWith('.atom'))?.href ?? '')
        return [response.headers.get('Content-Type'), await response.text()] as const
      })
      expectSame('the type of the feed', type, 'application/atom+xml; charset=utf-8')
      expectSame('the papers of the feed', text.match(/<entry>/g)?.length, found)
      await tab.press('Escape')
      await tab.seeNot('dialog')
      await tab.open('theme/rlvr')
      await tab.heading('RLVR')
      await tab.count(`${found} of 46 papers`)
    },
  },
  {
    name: 'the sharer copies a link that shows others the same list, and a citation',
    act: async ({ tab, another }) => {
      const address = '?q=policy+-vision+after:2025&sort=discussed&view=full'
      await tab.open(address)
      await tab.count('of 46 papers')
      const mine = await tab.titles()
      if (mine.length < 3) throw new Error(`Only ${mine.length} papers were found.`)
      const theirs = await another()
      await theirs.open(address)
      await theirs.count('of 46 papers')
      expectSame('the other list', await theirs.titles(), mine)
      await tab.click('article button', 'Copy link')
      await tab.see('[role="status"]', 'Copy link: copied')
      await tab.open(MIXTURE)
      await tab.heading('Mixture-of-Recursions')
      await tab.click('main button', '^Cite')
      await tab.see('dialog', '@misc\\{bae2025mixtureofrecursions-2507.10524,')
      await tab.click('dialog button', '^Copy BibTeX')
      await tab.see('dialog [role="status"], [role="status"]', 'Copy BibTeX: copied')
    },
  },
  {
    name: 'the maintainer publishes newer papers, and open pages offer them',
    act: async ({ tab, site }) => {
      await tab.open('')
      await tab.count('46 papers')
      const file = join(site.folder, 'corpus/manifest.json')
      const before = readFileSync(file, 'utf8')
      // What tells of newer papers comes when the page has nothing else to do.
      await tab.until('the page to be kept', () => navigator.serviceWorker.controller !== null)
      writeFileSync(file, JSON.stringify({ ...JSON.parse(before), newestDigest: '2025-12-12' }))
      try {
        await tab.run(() => dispatchEvent(new Event('online')))
        await tab.see('aside p', 'Newer papers are here')
        await tab.click('aside button', '^Reload$')
        await tab.alive()
        await tab.count('46 papers')
        await tab.seeNot('aside[aria-label="News of the site"]')
        const lists = await tab.run(async () => {
          const read = async (path: string) => (await fetch(path)).status
          return Promise.all(['/sitemap.xml', '/feeds/all.json', '/opensearch.xml', '/digests.ics'].map(read))
        })
        expectSame('the other files', lists, [200, 200, 200, 200])
      } finally {
        writeFileSync(file, before)
      }
    },
  },
]
