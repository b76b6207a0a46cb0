import lighthouse from 'lighthouse'
import type { StatusOutput } from '#cli/shared/terminal.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { type Figures, figuresOf, medians, type Report } from './report.ts'

interface Audit {
  /** Of the front page. */
  address: string
  /** Where the browser takes orders. */
  port: number
  runs: number
  output: StatusOutput
}

/** Runs Lighthouse on pages of a site, as it does by itself: a phone on a slow line, simulated. */
export async function auditPages(paths: readonly string[], { address, port, runs, output }: Audit) {
  const pages: Record<string, Figures> = {}
  let failed = 0
  for (const path of paths) {
    const done: Record<string, number>[] = []
    for (let run = 1; run <= runs; run++) {
      output.status(`Lighthouse on ${path}, run ${run} of ${runs}`)
      try {
        const result = await lighthouse(address + path.slice(1), { port, output: 'json', logLevel: 'silent' })
        if (!result) throw new Error('Lighthouse gave no report.')
        done.push(figuresOf(result.lhr as Report))
      } catch (error) {
        failed++
        output.complain(`Lighthouse on ${path}, run ${run} of ${runs}: ${errorMessage(error)}`)
      }
    }
    pages[path] = medians(done)
  }
  return { pages, failed }
}
