import { createServer } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { preview } from 'vite'
import type { StatusOutput } from '#cli/shared/terminal.ts'
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts'
import { facetClicks } from './clicks.ts'
import { layoutShift } from './layoutShift.ts'
import { auditPages } from './lighthouse.ts'
import { opening } from './opening.ts'
import { papersOpened } from './papersOpened.ts'
import type { Figures } from './report.ts'
import { samplePages } from './samplePages.ts'
import { typing } from './typing.ts'

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      figure === null ? null : Number(figure.toPrecision(4)),
    ]),
  )

/** How the app of a site does, in a window of a desk, the processor slowed where the help says so. */
async function appFigures(browser: Browser, address: string, dist: string): Promise<Figures> {
  const newPage = () => browser.newPage({ viewport: { width: 1440, height: 900 } })
  const page = await newPage()
  const opened = await opening(page, address, dist)
  const clicks = await facetClicks(page, address)
  await page.close()
  const typed = await typing(await newPage(), address)
  const read = await papersOpened(await newPage(), address)
  return { ...opened, ...clicks, ...typed, ...read, cls: await layoutShift(browser, address, dist) }
}

interface Measured {
  app: Figures
  /** What Lighthouse says of pages, by path. */
  pages: Record<string, Figures>
  /** How many of its runs failed. */
  failed: number
}

/** Serves a built site and measures it. */
export async function measureSite(dist: string, runs: number, output: StatusOutput): Promise<Measured> {
  const port = await freePort()
  const server = await preview({
    logLevel: 'error',
    build: { outDir: dist },
    preview: { port: await freePort() },
  })
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  })
  try {
    const address = server.resolvedUrls?.local[0] ?? ''
    const { pages, failed } = await auditPages(samplePages(dist), { address, port, runs, output })
    output.status('The app')
    const app = rounded(await appFigures(browser, address, dist))
    const rows = Object.entries(pages).map(([path, figures]) => [path, rounded(figures)])
    return { app, pages: Object.fromEntries(rows), failed }
  } finally {
    await browser.close()
    await server.close()
  }
}
