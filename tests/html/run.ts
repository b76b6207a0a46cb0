import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, withFolder, writeData } from '../extra/build.ts'
import { report } from '../extra/report.ts'
import { faultsOf, findChecker } from './checker.ts'
import { HOSTILE_PAPERS, HOSTILE_THEMES } from './hostilePapers.ts'

/**
 * `npm run test:html`: holds every page of two sites to the Nu HTML Checker (vnu), that of `data/` (`daily`) and one of papers that
 * are extreme or hostile. Warnings count as errors.
 */

const FEWEST_PAGES = 300

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.html'))

const found = findChecker()
if ('missing' in found)
  report('html', { passed: 0, failures: [], skips: [`pages were not checked: ${found.missing}`] })
else {
  await withFolder(folder => {
    const sites = [
      { name: 'daily', options: [] },
      { name: 'hostile', options: ['--data', writeData(folder, HOSTILE_PAPERS, HOSTILE_THEMES)] },
    ]
    const failures: string[] = []
    let passed = 0
    for (const { name, options } of sites) {
      const out = join(folder, name)
      buildSite(out, '--site', 'https://example.org/', ...options)
      const pages = pagesIn(out)
      const faults = faultsOf(found.jar, out, pages)
      passed += pages.length - faults.size
      failures.push(...[...faults.values()].flat().map(line => `${name}/${line}`))
    }
    if (passed + failures.length < FEWEST_PAGES) failures.push(`only ${passed} pages were found`)
    report('html', { passed, failures, skips: [] })
  })
}
