import { siteIsCached } from '../fixtures/siteIsCached.ts'
import { PAGES_WITH_HEADINGS } from '../fixtures/sitePages.ts'
import type { Scene, Story } from './story.ts'

/** Visits the site once, and has its server ended. */
async function visitOnce({ tab, site }: Scene): Promise<void> {
  await tab.open('')
  await tab.count('46 papers')
  await tab.until('the site to be cached', siteIsCached)
  // What the visit itself provoked is a fault still.
  await site.close()
}

/** What browsers say of files that a server does not send which is off. */
const UNREACHED = /^not loaded: |NetworkError|Failed to fetch|Load failed|manifest\.json/

/** After one visit, with the server ended. */
export const OFFLINE_STORIES: readonly Story[] = [
  {
    name: 'without its server a page is loaded again, and every other one opens',
    provokes: UNREACHED,
    act: async scene => {
      const { tab } = scene
      await visitOnce(scene)
      await tab.reload()
      await tab.count('46 papers')
      await tab.see('header', 'Offline · data as of 11 Dec 2025')
      for (const [path, heading] of PAGES_WITH_HEADINGS) {
        await tab.open(path)
        await tab.heading(heading)
      }
    },
  },
  {
    name: 'without its server the site searches, suggests, cites and leads from page to page, and knows when it is back',
    provokes: UNREACHED,
    act: async scene => {
      const { tab, site } = scene
      await visitOnce(scene)
      await tab.open('')
      await tab.count('46 papers')
      await tab.press('/')
      await tab.type('th')
      await tab.see('[role="listbox"] [role="option"]', '^theme:')
      await tab.press('Backspace', 'Backspace')
      await tab.type('verifible rewards entropy')
      await tab.press('Enter')
      await tab.count('of 46 papers')
      await tab.see('article', 'Rethinking Entropy Interventions in RLVR')
      await tab.click('article button', '^Cite')
      await tab.see('dialog', '@')
      await tab.press('Escape')
      await tab.click('article h2 a', 'Rethinking Entropy')
      await tab.heading('Rethinking Entropy')
      await tab.click('nav[aria-label="Site"] a', '^Help$')
      await tab.heading('Help')
      await tab.see('header', 'Offline')
      await site.open()
      await tab.run(() => dispatchEvent(new Event('online')))
      await tab.seeNot('header p', 'Offline')
    },
  },
]
