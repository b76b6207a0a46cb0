import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'
import { type Look, openScreen, SCREENS, type Screen, sharesOf, show, situationOf } from './screens.ts'

/** Devices with their looks: where a finger points, controls are larger, and scrollbars take no room. */
const DEVICES: readonly { options: BrowserContextOptions; looks: readonly Look[] }[] = [
  {
    options: {},
    looks: [
      { light: 'light', width: 1440 },
      { light: 'dark', width: 1440 },
      { light: 'forced', width: 1440 },
    ],
  },
  {
    options: { hasTouch: true, isMobile: true },
    looks: [
      { light: 'light', width: 834 },
      { light: 'dark', width: 834 },
      { light: 'light', width: 390 },
      { light: 'dark', width: 390 },
    ],
  },
]
const HEIGHTS: Readonly<Record<number, number>> = { 1440: 900, 834: 1112, 390: 844 }
/** A long page is cut after so many windows. */
const WINDOWS = 2.5
const AT_ONCE = 3

const fileOf = ({ name }: Screen, { light, width }: Look): string => `${name}.${width}.${light}.png`

/** The browser shows the font only if it came in time, and nothing says so but this. */
const fontsLoaded = (page: Page): Promise<unknown> => page.evaluate('document.fonts.ready')

async function takeAll(page: Page, screen: Screen, of: readonly Look[], out: string): Promise<string[]> {
  const looks = of.filter(({ width }) => width <= (screen.upTo ?? width))
  const [first] = looks
  if (!first) return []
  await show(page, first, HEIGHTS[first.width])
  await openScreen(page, screen)
  const files: string[] = []
  for (const look of looks) {
    const height = HEIGHTS[look.width] as number
    await show(page, look, height)
    const whole: number = await page.evaluate('document.documentElement.scrollHeight')
    const isModal = (await page.locator('dialog[open]').count()) > 0
    const file = fileOf(screen, look)
    await page.screenshot({
      path: join(out, file),
      animations: 'disabled',
      // Else cards far from the window are left out. The policy of the page would not let this in.
      style: '.card { content-visibility: visible !important }',
      ...(!isModal && {
        fullPage: true,
        clip: { x: 0, y: 0, width: look.width, height: Math.min(whole, height * WINDOWS) },
      }),
    })
    files.push(file)
  }
  return files
}

/** A page that needs nothing but the files beside it. */
function overview(taken: ReadonlyMap<string, readonly string[]>): string {
  const figure = (file: string): string =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`
  const sections = [...taken].map(
    ([name, files]) =>
      `<section id="${name}"><h2>${name}</h2><div>${files.map(figure).join('\n')}</div></section>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Broadsheet: every screen</title>
<style>
body { font: 14px system-ui; margin: 1rem; background: #888; color: #000 }
section > div { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
figure { margin: 0; flex: none }
img { max-height: 420px; max-width: 420px; display: block }
</style>
</head>
<body>
<h1>${[...taken.values()].flat().length} pictures of ${taken.size} screens</h1>
<p>${[...taken.keys()].map(name => `<a href="#${name}">${name}</a>`).join(' · ')}</p>
${sections.join('\n')}
</body>
</html>
`
}

async function takeEach(
  browser: Browser,
  baseURL: string,
  wanted: readonly Screen[],
  out: string,
): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const start = performance.now()
  const queue = sharesOf(wanted, 8)
  const taken = new Map<string, string[]>(wanted.map(({ name }) => [name, []]))
  const failed: string[] = []
  const work = async () => {
    for (let share = queue.shift(); share; share = queue.shift()) {
      for (const device of DEVICES) {
        const page = await browser.newPage({ ...device.options, baseURL, bypassCSP: true })
        // tsx gives functions their names by a helper, which functions sent to the page call, too.
        await page.addInitScript('globalThis.__name = value => value')
        await situationOf(share[0] as Screen).prepare?.(page)
        for (const screen of share) {
          try {
            taken.get(screen.name)?.push(...(await takeAll(page, screen, device.looks, out)))
          } catch (error) {
            failed.push(`${screen.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
          }
        }
        await page.close()
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  writeFileSync(join(out, 'index.html'), overview(taken))
  const count = [...taken.values()].flat().length
  console.log(`${count} pictures of ${wanted.length} screens in ${out}, ${seconds(start)}`)
  for (const line of failed) console.error(`Not taken: ${line}`)
  if (failed.length > 0) process.exitCode = 1
}

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** What the README shows. The same site gives the same pictures: how long a search took is left out. */
const README: readonly { file: string; screen: string; look: Look; height: number }[] = [
  { file: '.github/front.png', screen: 'front', look: { light: 'light', width: 1440 }, height: 760 },
  { file: '.github/paper.png', screen: 'paper', look: { light: 'light', width: 1024 }, height: 760 },
  { file: '.github/phone.png', screen: 'front-two-tiers', look: { light: 'dark', width: 390 }, height: 844 },
]

/** As text, since what compiles this file would put calls of its own into a function. */
const hideTime = `for (const time of document.querySelectorAll('#count [aria-hidden]')) time.hidden = true`

async function takeForReadme(browser: Browser, baseURL: string): Promise<void> {
  for (const { file, screen: name, look, height } of README) {
    const screen = SCREENS.find(screen => screen.name === name) as Screen
    const isPhone = look.width < 600
    const page = await browser.newPage({ baseURL, hasTouch: isPhone, isMobile: isPhone })
    await page.clock.setFixedTime('2025-12-11T09:00:00Z')
    await show(page, look, height)
    await openScreen(page, screen)
    // What comes on demand is there, too.
    await page.waitForLoadState('networkidle')
    await fontsLoaded(page)
    await page.evaluate(hideTime)
    await page.screenshot({ path: file, animations: 'disabled' })
    await page.close()
    console.log(file)
  }
}

function screensOf(names: readonly string[]): readonly Screen[] {
  const nobody = names.find(name => !SCREENS.some(screen => screen.name.startsWith(name)))
  if (nobody !== undefined)
    throw new Error(
      `No screen is called “${nobody}”. There are: ${SCREENS.map(({ name }) => name).join(', ')}.`,
    )
  return names.length === 0
    ? SCREENS
    : SCREENS.filter(screen => names.some(name => screen.name.startsWith(name)))
}

async function run(): Promise<void> {
  const { values, positionals } = toolArguments(TOOLS.screenshots)
  const wanted = screensOf([...(values.screens ?? []), ...positionals])
  const server = await preview({ build: { outDir: values.dist }, preview: { port: 4192, strictPort: false } })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const address = server.resolvedUrls?.local[0] ?? ''
    if (values.readme) await takeForReadme(browser, address)
    else await takeEach(browser, address, wanted, values.out)
  } finally {
    await browser.close()
    await server.close()
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
process.exit()
