import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkReplaceable, filesOf } from '#site/files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder that is absent, empty or holds a built site may be replaced', () => {
  expect(() => checkReplaceable(join(folder, 'absent'))).not.toThrow()
  expect(() => checkReplaceable(folder)).not.toThrow()
  mkdirSync(join(folder, 'corpus'))
  writeFileSync(join(folder, 'corpus/manifest.json'), '{}')
  expect(() => checkReplaceable(folder)).not.toThrow()
})

test('a folder with anything else may not', () => {
  writeFileSync(join(folder, 'letters.txt'), 'Dear all')
  expect(() => checkReplaceable(folder)).toThrow(`${folder} holds something else than a built site`)
})

test('a folder without papers or themes is named', () => {
  expect(() => filesOf(folder)).toThrow(`There is no ${join(folder, 'papers')}.`)
  mkdirSync(join(folder, 'papers'))
  expect(() => filesOf(folder)).toThrow(`There is no ${join(folder, 'themes.json')}.`)
})
