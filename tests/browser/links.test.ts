import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenLinks } from '../hosting/links.ts'
import { expect, test } from './gate.ts'

test('every link within the site leads to a file', () => {
  const { pages, followed, broken } = brokenLinks({
    dist: 'dist',
    base: '/',
    address: 'http://localhost:4173/',
  })
  expect(broken).toEqual([])
  expect(pages).toBeGreaterThan(140)
  expect(followed).toBeGreaterThan(2_000)
})

test('so it does where the site stands in a folder of its host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    const address = 'https://example.org/papers/'
    const build = ['src/site/run.ts', 'build', '--site', address, '--out', join(folder, 'site')]
    execFileSync('node_modules/.bin/tsx', build, { stdio: 'ignore' })
    const { broken, followed } = brokenLinks({ dist: join(folder, 'site'), base: '/papers/', address })
    expect(broken).toEqual([])
    expect(followed).toBeGreaterThan(2_000)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
