import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { preview } from 'vite'
import { percentile } from '#cli/bench/statistics.ts'
import { columns } from '#cli/shared/columns.ts'
import { subcommand } from '#cli/shared/commandGroup.ts'
import type { CommandTable } from '#cli/shared/commandTable.ts'
import { Failure } from '#cli/shared/failure.ts'
import { siteIsCached } from '../../fixtures/siteIsCached.ts'
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts'
import { freePort, rounded } from './measureSite.ts'
import { type Marks, marksOf, WATCH } from './opening.ts'
import type { Figures } from './report.ts'

const LIMIT_MS = 300_000
const PATHS = { front: '', search: '?q=reasoning' }

/** A browser with a memory of its own. */
async function browserOf(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
    viewport: { width: 1440, height: 900 },
  })
}

/** Visits a site until all of it is kept. */
async function visit(profile: string, dist: string): Promise<{ address: string; figures: Figures }> {
  const server = await preview({
    logLevel: 'error',
    build: { outDir: dist },
    preview: { port: await freePort() },
  })
  const address = server.resolvedUrls?.local[0] ?? ''
  const browser = await browserOf(profile)
  try {
    const page = await browser.newPage()
    await page.goto(address)
    while (!(await page.evaluate(siteIsCached))) await page.waitForTimeout(100)
    const [kept, usage = 0] = await page.evaluate(async () => [
      performance.now(),
      (await navigator.storage.estimate()).usage,
    ])
    return { address, figures: { kept: kept as number, keptMB: usage / 1e6 } }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Opens what was kept in a browser that has just been started, with no site and no network. */
async function openKept(profile: string, address: string): Promise<Marks> {
  const browser = await browserOf(profile)
  try {
    await browser.setOffline(true)
    const page = await browser.newPage()
    await page.addInitScript(WATCH)
    await page.goto(address)
    await page.waitForFunction(() => 'complete' in ((window as { marks?: object }).marks ?? {}), undefined, {
      timeout: LIMIT_MS,
    })
    return await marksOf(page)
  } finally {
    await browser.close()
  }
}

const SHOWN = ['box', 'papers', 'complete'] as const

const OFFLINE_COST = {
  name: 'npm run bench -- offline',
  summary: 'Measures how fast a built site opens without a network.',
  flags: { dist: { default: 'dist' }, runs: { default: 5 }, json: {} },
  notes: `Visits a built site once, takes the site and the network away, and opens the front page and a search in a restarted
browser, each --runs times: ms from asking for the page, median and maximum.
    kept       ms until all was kept, from the beginning of the visit; keptMB is how much
    box…, papers…, complete…   as in npm run bench -- page

Exit code: 0 all was measured · 1 a run failed · 2 nothing was done`,
} as const satisfies CommandTable

/** `npm run bench -- offline`. */
export const benchOffline = subcommand(OFFLINE_COST, async ({ values }, output) => {
  const { dist, runs, json } = values
  if (!existsSync(join(dist, 'sw.js')))
    throw new Failure(`There is no built site in ${dist}: npm run build makes one.`)
  const profile = mkdtempSync(join(tmpdir(), 'profile-'))
  try {
    output.status('The visit')
    const { address, figures } = await visit(profile, dist)
    const all: Figures = { ...figures }
    for (const [name, path] of Object.entries(PATHS)) {
      const opened: Marks[] = []
      for (let run = 1; run <= runs; run++) {
        output.status(`${name} ${run} of ${runs}`)
        opened.push(await openKept(profile, address + path))
      }
      for (const mark of SHOWN) {
        const times = opened.map(marks => marks[mark])
        const key = `${name}${mark.charAt(0).toUpperCase()}${mark.slice(1)}`
        all[`${key}P50`] = percentile(times, 0.5)
        all[`${key}Max`] = percentile(times, 1)
      }
    }
    const shown = rounded(all)
    if (json) output.print(JSON.stringify(shown))
    else output.print(columns(Object.entries(shown).map(([name, figure]) => [name, String(figure)])))
    return 0
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})
