import { mkdirSync, writeFileSync } from 'node:fs'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import type { Browser, Driver, Running } from './driver.ts'
import { firefox } from './firefox.ts'
import { FIVE_STORIES } from './fiveStories.ts'
import { HABITS } from './habits.ts'
import { OFFLINE_STORIES } from './offlineStories.ts'
import { SCREEN_STORIES } from './screens.ts'
import { Site } from './site.ts'
import type { Story, Told } from './story.ts'
import { Tab } from './tab.ts'
import { webkit } from './webkit.ts'

const BROWSERS: readonly Browser[] = [firefox, webkit]
const STORIES: readonly Story[] = [...FIVE_STORIES, ...HABITS, ...SCREEN_STORIES, ...OFFLINE_STORIES]
const REPORTS = 'reports/browsers'

async function tell(name: Browser['name'], running: Running, site: Site, story: Story): Promise<Told> {
  const begun = performance.now()
  const drivers: Driver[] = []
  const another = async () => {
    const driver = await running.open()
    drivers.push(driver)
    return new Tab(driver, site.address)
  }
  let reason: string | undefined
  try {
    await story.act({ tab: await another(), site, another })
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error)
  }
  const faults = await Promise.all(drivers.map(driver => driver.faults().catch(String)))
  const unwanted = faults.flat().filter(fault => !story.provokes?.test(fault))
  if (unwanted.length > 0)
    reason = `${reason ?? 'Nothing failed.'} The browser told of: ${unwanted.join(' | ')}`
  if (reason !== undefined) {
    const picture = await drivers[0]?.screenshot().catch(() => undefined)
    const file = `${name} ${story.name}`.replaceAll(/\W+/g, '-').slice(0, 80)
    if (picture) writeFileSync(`${REPORTS}/${file}.png`, picture)
  }
  for (const driver of drivers) await driver.close().catch(() => undefined)
  return {
    browser: name,
    name: story.name,
    status: reason === undefined ? 'passed' : 'failed',
    ...(reason !== undefined && { reason }),
    seconds: Math.round((performance.now() - begun) / 100) / 10,
  }
}

async function tellAll(browser: Browser, stories: readonly Story[], dist: string): Promise<Told[]> {
  const told: Told[] = []
  const site = await Site.begin(dist, !browser.tellsFaults)
  try {
    for (const isDark of [false, true]) {
      const wanted = stories.filter(story => (story.isDark ?? false) === isDark)
      if (wanted.length === 0) continue
      const running = await browser.start(isDark)
      for (const story of wanted) {
        await site.open()
        const result = await tell(browser.name, running, site, story)
        told.push(result)
        const sign = result.status === 'passed' ? '✓' : '✘'
        console.log(`${sign} ${browser.name}: ${story.name} (${result.seconds} s)`)
        if (result.reason !== undefined) console.log(`    ${result.reason}`)
      }
      await running.close()
    }
  } finally {
    await site.end()
  }
  return told
}

async function run(): Promise<void> {
  const { browser: named = '', story: told = '', dist } = toolArguments(TOOLS.browsers).values
  const isNamed = ({ name }: { name: string }, wanted: string) =>
    name.toLowerCase().includes(wanted.toLowerCase())
  const stories = STORIES.filter(story => isNamed(story, told))
  const browsers = BROWSERS.filter(browser => isNamed(browser, named))
  if (stories.length === 0 || browsers.length === 0)
    throw new Error(`No such browser or story: ${TOOLS.browsers.name} --help says more.`)
  mkdirSync(REPORTS, { recursive: true })
  const tests: Told[] = []
  const skipped: string[] = []
  for (const browser of browsers) {
    if (browser.isInstalled()) tests.push(...(await tellAll(browser, stories, dist)))
    else {
      skipped.push(browser.name)
      console.log(`skipped: ${browser.name} is not installed (apt-get install ${browser.packages})`)
    }
  }
  const failed = tests.filter(({ status }) => status === 'failed').length
  const summary = { passed: tests.length - failed, failed, skipped: skipped.length * stories.length, tests }
  writeFileSync(`${REPORTS}.json`, JSON.stringify({ ...summary, notInstalled: skipped }, null, 2))
  console.log(`${summary.passed} passed, ${failed} failed, ${summary.skipped} skipped`)
  if (failed > 0) process.exitCode = 1
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
process.exit()
