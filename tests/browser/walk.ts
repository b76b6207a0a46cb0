import type { CDPSession, Page } from '@playwright/test'
import { findingsOn, leaveFewCards } from './barriers.ts'
import { clashingTexts, headingsOf, layOutAll, overflowOf, smallTargets, spaceText } from './boxes.ts'
import { decisionOn } from './decisions.ts'
import { expect, test } from './gate.ts'
import { LIGHTS, type Look, openScreen, type Screen, sharesOf, show, situationOf } from './screens.ts'

const WIDTHS = [1440, 390, 320] as const

/** Every look there is. */
export const ALL_LOOKS: readonly Look[] = WIDTHS.flatMap(width => LIGHTS.map(light => ({ light, width })))

/** So many screens are walked through by one page. */
const SHARE = 6
/** In pixels: WCAG 2.5.8, and 2.5.5. */
const LEAST_TARGET = 24
const LEAST_FOR_FINGER = 44

const PHONE = 390
const NARROW_PHONE = 360
/** What is kept free for a scrollbar, which takes no room on a phone. */
const GUTTER = 15

interface Walk {
  screens: readonly Screen[]
  looksOf: (screen: Screen) => readonly Look[]
  /** Whether a few cards of a list stand for all of them. */
  hasFewCards: boolean
}

/** One test for each few screens: opens each once, and shows it in every look without loading it again. */
export function testBarriers({ screens, looksOf, hasFewCards }: Walk): void {
  for (const share of sharesOf(screens, SHARE)) {
    test(`no known barrier: ${share.map(({ name }) => name).join(', ')}`, async ({
      anotherContext,
      faults,
    }) => {
      test.setTimeout(300_000)
      const { prepare, provokes } = situationOf(share[0] as Screen)
      const page = await (await anotherContext()).newPage()
      await prepare?.(page)
      const session = await page.context().newCDPSession(page)
      for (const screen of share) {
        const looks = looksOf(screen).filter(({ width }) => width <= (screen.upTo ?? width))
        await show(page, looks[0] as Look)
        await openScreen(page, screen)
        if (hasFewCards) await leaveFewCards(page)
        await layOutAll(page)
        for (const look of looks) {
          await show(page, look)
          await expectNoBarriers(page, screen, look)
        }
        expectHeadings(await headingsOf(page), screen.name)
        await expectRoom(page, session, screen)
      }
      if (provokes) faults.splice(0, faults.length, ...faults.filter(fault => !provokes.test(fault)))
    })
  }
}

async function expectNoBarriers(page: Page, screen: Screen, look: Look): Promise<void> {
  const where = `${screen.name}, ${look.light}, ${look.width} px`
  const { barriers, open } = await findingsOn(page)
  expect.soft(barriers, where).toEqual([])
  expect
    .soft(
      open.filter(question => !decisionOn(screen.name, question)),
      `undecided: ${where}`,
    )
    .toEqual([])
  expect.soft(await overflowOf(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
  expect.soft(await smallTargets(page, LEAST_TARGET), `small targets: ${where}`).toEqual([])
}

function expectHeadings(levels: readonly number[], where: string): void {
  expect
    .soft(
      levels.filter(level => level === 1),
      `headings of the first level: ${where}`,
    )
    .toHaveLength(1)
  for (const [at, level] of levels.entries())
    expect.soft(level - (levels[at - 1] ?? level), `order of headings: ${where}`).toBeLessThanOrEqual(1)
}

/** The size of text that a browser is set to, in pixels. */
const USUAL_TEXT = { standard: 16, fixed: 13 }
const DOUBLE_TEXT = { standard: 32, fixed: 26 }

/** Text at 200 % on phones (WCAG 1.4.4). */
async function expectRoomForLargeText(page: Page, session: CDPSession, name: string): Promise<void> {
  await session.send('Page.setFontSizes', { fontSizes: DOUBLE_TEXT })
  for (const width of [PHONE, NARROW_PHONE]) {
    await show(page, { light: 'light', width })
    const where = `text at 200 %, ${width} px: ${name}`
    expect.soft(await overflowOf(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
    expect.soft(await clashingTexts(page), where).toEqual([])
  }
  await session.send('Page.setFontSizes', { fontSizes: USUAL_TEXT })
}

/** Has the page believe that a finger points, not a mouse. */
async function emulateFinger(page: Page, session: CDPSession, enabled: boolean): Promise<void> {
  await session.send('Emulation.setTouchEmulationEnabled', { enabled })
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(enabled)
}

/** A finger, text spaced wide (WCAG 1.4.12), and a window of 1280 × 1024 at 400 % (1.4.10). */
async function expectRoom(page: Page, session: CDPSession, { name }: Screen): Promise<void> {
  await show(page, { light: 'light', width: PHONE + GUTTER })
  await emulateFinger(page, session, true)
  expect.soft(await smallTargets(page, LEAST_FOR_FINGER), `small for a finger: ${name}`).toEqual([])
  expect.soft(await clashingTexts(page), name).toEqual([])
  await spaceText(page)
  expect.soft(await clashingTexts(page), `spaced text: ${name}`).toEqual([])
  expect.soft(await overflowOf(page), `spaced text scrolls sideways: ${name}`).toBeLessThanOrEqual(0)
  await layOutAll(page)
  await show(page, { light: 'light', width: 320 }, 256)
  expect.soft(await overflowOf(page), `scrolls sideways at 400 %: ${name}`).toBeLessThanOrEqual(0)
  expect.soft(await clashingTexts(page), `at 400 %: ${name}`).toEqual([])
  await expectRoomForLargeText(page, session, name)
  await emulateFinger(page, session, false)
}
