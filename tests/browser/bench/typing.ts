import type { Page } from '@playwright/test'
import type { Figures } from './report.ts'
import { openQuiet, slowed, spread } from './slowed.ts'

const TEXT = 'reinforcement learni'
const ROUNDS = 5
/** As fast as people type who type well. */
const BETWEEN_MS = 120

/** Takes each key until the frame after its letter is in the box. Runs in the page. */
const WATCH = `
  const box = document.querySelector('[role=combobox]')
  const typed = (window.typed = { times: [], tasks: [], withList: 0 })
  let start
  addEventListener('keydown', event => { start = event.timeStamp }, true)
  document.addEventListener('input', () => {
    const began = start
    requestAnimationFrame(() => setTimeout(() => {
      typed.times.push(performance.now() - began)
      if (box.getAttribute('aria-expanded') === 'true') typed.withList++
    }))
  })
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) typed.tasks.push(task.duration)
  }).observe({ type: 'longtask' })
`

interface Typed {
  times: number[]
  tasks: number[]
  withList: number
}

/** Types a query several times, while its answers and suggestions come. */
export async function typing(page: Page, address: string): Promise<Figures> {
  await openQuiet(page, address)
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.click()
  await page.evaluate(WATCH)
  await slowed(page, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await page.keyboard.type(TEXT, { delay: BETWEEN_MS })
      await page.waitForTimeout(1_000)
      // The first closes the list, the second empties the box.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.waitForTimeout(1_000)
    }
  })
  const { times, tasks, withList } = await page.evaluate<Typed>('window.typed')
  await page.close()
  if (withList < times.length / 2) throw new Error('The list under the box was not open while it was typed.')
  return {
    ...spread('key', times),
    keyMax: Math.max(...times),
    keyTaskMax: Math.max(0, ...tasks),
    keyTasksOver100: tasks.filter(ms => ms > 100).length,
  }
}
