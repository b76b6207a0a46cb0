import type { Page } from '@playwright/test'
import axe from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe cannot decide, and leaves to a person. */
export interface OpenQuestion {
  rule: string
  /** A selector. */
  where: string
  /** Why it cannot. */
  why: string
}

interface Findings {
  /** The rule and where it is broken. */
  barriers: string[]
  open: OpenQuestion[]
}

/** What axe finds on a page as it stands. */
export async function findingsOn(page: Page): Promise<Findings> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  return page.evaluate(async tags => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations, incomplete } = await axe.run(document, {
      runOnly: tags,
      resultTypes: ['violations', 'incomplete'],
      // Measured by `boxes.ts`: without exception for room around, and wherever the page is scrolled to.
      rules: { 'target-size': { enabled: false } },
    })
    return {
      barriers: violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`)),
      open: incomplete.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any, all, none }) => ({
          rule: id,
          where: target.join(' '),
          why: [...any, ...all, ...none].map(check => check.message).join(' '),
        })),
      ),
    }
  }, TAGS)
}

/**
 * Shows four cards of each list, which stays as high as it was. Others are like them, and axe takes its time for whatever can
 * be seen, even where it is told to leave it out.
 */
export const leaveFewCards = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const others = [...document.querySelectorAll<HTMLElement>('article:nth-of-type(n + 5)')]
    const lists = new Set(others.map(card => card.parentElement as HTMLElement))
    for (const list of lists) list.style.minHeight = `${list.offsetHeight}px`
    for (const card of others) card.style.display = 'none'
  })

/** The known barriers that axe finds on a page as it stands. */
export const barriersOn = async (page: Page): Promise<string[]> => (await findingsOn(page)).barriers
