import type { Story } from './story.ts'

/** Every kind of page, with its heading. */
const PAGES: readonly (readonly [path: string, heading: string])[] = [
  ['', 'Broadsheet'],
  ['?view=compact', 'Broadsheet'],
  ['?view=full', 'Broadsheet'],
  ['?q=policy+theme:rlvr,kv-cache+-vision+after:2024', 'Broadsheet'],
  ['?q=zzzzzz+after:2024', 'Broadsheet'],
  ['?q=token+foo:bar', 'Broadsheet'],
  ['paper/2507.10524', 'Mixture-of-Recursions'],
  ['paper/rethinking-entropy-interventions', ''],
  ['theme/rlvr', 'RLVR'],
  ['theme/rlvrr', 'No such theme'],
  ['themes', 'Themes'],
  ['digests', 'Digests'],
  ['digest/2025-12-11', 'Thursday 11 December 2025'],
  ['digest/2025-W50', 'Week 50'],
  ['help', 'Help'],
  ['nowhere', 'This page was never printed'],
]

export const SCREEN_STORIES: readonly Story[] = [390, 1440].map(width => ({
  name: `every kind of page is drawn whole at ${width} pixels`,
  act: async ({ tab }) => {
    await tab.driver.resize(width, 800)
    for (const [path, heading] of PAGES) {
      await tab.open(path)
      await tab.heading(heading)
      const room = await tab.run(() => [document.documentElement.scrollWidth, innerWidth] as const)
      if (room[0] > room[1]) throw new Error(`/${path} is ${room[0]} pixels wide in a window of ${room[1]}.`)
    }
  },
}))
