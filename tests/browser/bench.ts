import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type Browser, type CDPSession, chromium, type Page, type Request } from '@playwright/test'
import { preview } from 'vite'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'

const HELP = `Measures what opening a built site costs, in a browser with an empty cache, from this machine.

  npm run bench:page [-- --dist dist] [--json]

  box        ms from asking for a page with a search in its address until the search box is there
  papers     ms until the first papers that it found are there
  complete   ms until all papers are searched
  firstKB    kilobytes of the corpus asked for by the time its first papers had come, each file gzipped
  pageMB     memory that the page holds when all papers are there, garbage collected, buffers included
  workerMB   likewise its worker
  facetP50   ms from a click on a theme until the papers it leaves are painted, the page's processor slowed four times
  facetP95   likewise
  cls        by how much what is on the screen moves while a page opens, as Cumulative Layout Shift: the most of the front
             page, a paper and a theme, 1440 and 390 px wide`

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

/** Runs in the page; as text, since what compiles this file would put calls of its own into a function. */
const WATCH = `
  const marks = (window.marks = {})
  new MutationObserver(() => {
    if (document.documentElement.hasAttribute('data-elsewhere')) return
    if (document.querySelector('[role=combobox]')) marks.box ??= performance.now()
    if (document.querySelector('main article')) marks.papers ??= performance.now()
    const count = document.querySelector('#count')?.textContent
    if (/\\d ms$/.test(count ?? '')) marks.complete ??= performance.now()
  }).observe(document, { childList: true, subtree: true, characterData: true })
`
type Marks = Record<'box' | 'papers' | 'complete', number>

const marksOf = (page: Page): Promise<Marks> => page.evaluate('marks')

interface HeapUsage {
  usedSize: number
  backingStorageSize?: number
}
const megabytes = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number =>
  (usedSize + backingStorageSize) / 1e6

/** Sends a command to a worker of the page and waits for its answer. */
function askWorker(session: CDPSession, sessionId: string, method: string): Promise<HeapUsage> {
  const id = Math.floor(Math.random() * 1e9)
  return new Promise((resolve, reject) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message)
      if (answer.id === id) resolve(answer.result)
    })
    session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject)
  })
}

async function heapsOf(page: Page): Promise<{ pageMB: number; workerMB: number }> {
  const session = await page.context().newCDPSession(page)
  const attached = new Promise<string>(resolve => {
    session.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId))
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const worker = await attached
  await session.send('HeapProfiler.collectGarbage')
  await askWorker(session, worker, 'HeapProfiler.collectGarbage')
  return {
    pageMB: megabytes(await session.send('Runtime.getHeapUsage')),
    workerMB: megabytes(await askWorker(session, worker, 'Runtime.getHeapUsage')),
  }
}

const pathOf = (request: Request): string => new URL(request.url()).pathname
const startOf = (request: Request): number => request.timing().startTime
const endOf = (request: Request): number => startOf(request) + request.timing().responseEnd

/** The files of the corpus that were asked for before those of the first papers had come. */
function firstFiles(finished: readonly Request[], dist: string): string[] {
  const { segments } = JSON.parse(readFileSync(join(dist, 'corpus/manifest.json'), 'utf8'))
  const newest: string[] = [segments[0].papers.file, segments[0].index.file]
  const come = Math.max(
    ...finished.filter(request => newest.some(file => pathOf(request).endsWith(file))).map(endOf),
  )
  return finished.filter(request => startOf(request) < come).map(pathOf)
}

const CLICKS = 40
const SLOWER = 4

/**
 * Clicks themes on and off by turns, and takes the time until the frame after the list has changed. The next click comes
 * when what stands beside the list has followed.
 */
async function facetClicks(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times: number[] = []
  for (let click = 0; click < CLICKS; click++) {
    await page.waitForFunction(
      isChosen => (document.querySelector('aside nav a[aria-current]') !== null) === isChosen,
      click % 2 === 1,
    )
    const theme = `aside nav section li:nth-child(${1 + ((click >> 1) % 3)}) a:first-child`
    times.push(
      await page.evaluate<number>(`new Promise(resolve => {
        const count = document.querySelector('#count').textContent.replace(/ · .*/, '')
        const links = document.querySelectorAll(${JSON.stringify(theme)})
        const start = performance.now()
        const watch = new MutationObserver(() => {
          if (document.querySelector('#count')?.textContent.replace(/ · .*/, '') === count) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        })
        watch.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true })
        const chosen = document.querySelector('aside nav a[aria-current]')
        ;(chosen ?? links[${click >> 1} % links.length]).click()
      })`),
    )
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return times.sort((a, b) => a - b)
}

async function measure(page: Page, address: string) {
  const finished: Request[] = []
  page.on('requestfinished', request => {
    if (pathOf(request).includes('/corpus/')) finished.push(request)
  })
  await page.addInitScript(WATCH)
  // The front page comes with its papers, a search is answered by the engine.
  await page.goto(`${address}?q=reasoning`)
  await page.waitForFunction(() => 'complete' in ((window as { marks?: object }).marks ?? {}), undefined, {
    timeout: 300_000,
  })
  const { box, papers, complete } = await marksOf(page)
  const sizes = firstFiles(finished, values.dist).map(
    path => gzipSync(readFileSync(join(values.dist, path))).byteLength,
  )
  const firstKB = sizes.reduce((sum, size) => sum + size, 0) / 1000
  // What is rehearsed in the worker is garbage by then.
  await page.waitForTimeout(1_000)
  const heaps = await heapsOf(page)
  await page.goto(address)
  await page.locator('#count', { hasText: / ms$/ }).waitFor()
  await page.waitForTimeout(1_000)
  const clicks = await facetClicks(page)
  const at = (share: number): number => clicks[Math.ceil(share * clicks.length) - 1] as number
  return { box, papers, complete, firstKB, ...heaps, facetP50: at(0.5), facetP95: at(0.95) }
}

const CLS = `new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 500)
})`

/** The path of some page in a folder of the site. */
const firstIn = (folder: string): string =>
  `${folder}/${readdirSync(join(values.dist, folder)).find(name => name.endsWith('.html'))}`.replace(
    /\.html$/,
    '',
  )

async function layoutShift(browser: Browser, address: string): Promise<number> {
  const shifts: number[] = []
  for (const width of [1440, 390]) {
    for (const path of ['', firstIn('paper'), firstIn('theme')]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await page.goto(address + path)
      // Everything has come by then: fonts, the corpus, what stands beside.
      await page.waitForTimeout(4_000)
      shifts.push(await page.evaluate<number>(CLS))
      await page.close()
    }
  }
  return Math.max(...shifts)
}

async function run(): Promise<void> {
  const server = await preview({ build: { outDir: values.dist }, preview: { port: 4191, strictPort: false } })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const address = server.resolvedUrls?.local[0] ?? ''
    const figures = { ...(await measure(page, address)), cls: await layoutShift(browser, address) }
    const rounded = Object.entries(figures).map(([name, figure]) => [name, Number(figure.toPrecision(4))])
    if (values.json) console.log(JSON.stringify(Object.fromEntries(rounded)))
    else for (const [name, figure] of rounded) console.log(`${String(name).padEnd(10)}${figure}`)
  } finally {
    await browser.close()
    await server.close()
  }
}

if (values.help) console.log(HELP)
else await run()
process.exit()
