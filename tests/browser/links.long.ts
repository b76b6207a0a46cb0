import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenLinks } from '../hosting/links.ts'
import { expect, test } from './gate.ts'

/** Of few papers: `links.test.ts` follows the links of all. */
test('every link leads to a file where the site stands in a folder of its host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  const [data, dist] = [join(folder, 'data'), join(folder, 'site')]
  try {
    const address = 'https://example.org/papers/'
    mkdirSync(join(data, 'papers'), { recursive: true })
    for (const file of ['themes.json', 'papers/2025-10.json']) cpSync(join('data', file), join(data, file))
    const build = ['src/site/run.ts', 'build', '--data', data, '--site', address, '--out', dist]
    execFileSync('node_modules/.bin/tsx', build, { stdio: 'pipe' })
    const { pages, broken, followed } = brokenLinks({ dist, base: '/papers/', address })
    expect(broken).toEqual([])
    expect(pages).toBeGreaterThan(5)
    expect(followed).toBeGreaterThan(100)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
