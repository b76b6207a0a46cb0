import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesOf, pageFile } from '#site/corpus/files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['/', 'index.html'],
  ['/themes', 'themes.html'],
  ['/paper/2512.05564', 'paper/2512.05564.html'],
  ['/paper/math/0211159', 'paper/math/0211159.html'],
  ['/paper/%C3%BCber-alles', 'paper/über-alles.html'],
])('%s is written as %s', (path, file) => {
  expect(pageFile(path)).toBe(file)
})

test.each([
  '/paper/..',
  '/paper/%2E%2E/x',
  '/paper/a%2F..%2Fb',
  '/paper/a%00b',
  '/paper/a%5Cb',
  '/paper/',
  `/paper/${'x'.repeat(300)}`,
])('%s is no file on every system', path => {
  expect(pageFile(path)).toBeUndefined()
})

test('a folder without papers or themes is named', () => {
  expect(() => filesOf(folder)).toThrow(`There is no ${join(folder, 'papers')}.`)
  mkdirSync(join(folder, 'papers'))
  expect(() => filesOf(folder)).toThrow(`There is no ${join(folder, 'themes.json')}.`)
})
