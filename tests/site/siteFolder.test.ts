import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SiteFolder } from '#site/siteFolder.ts'

let root: string
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'site-')), 'dist')
})
afterEach(() => rmSync(join(root, '..'), { recursive: true }))

function write(files: Record<string, string | Uint8Array>) {
  const folder = new SiteFolder(root)
  for (const [path, content] of Object.entries(files)) folder.write(path, content)
  return folder.finish()
}

test('what is the same as before is left alone, what has changed is written, the rest is removed', () => {
  const before = {
    'index.html': 'one',
    'paper/a.html': 'same',
    'old/deep/b.html': 'gone',
    'c.idx': Buffer.of(1),
  }
  expect(write(before)).toEqual({ files: 4, written: 4, removed: 0 })
  const long = new Date('2020-01-01')
  for (const path of Object.keys(before)) utimesSync(join(root, path), long, long)
  const after = { 'index.html': 'two', 'paper/a.html': 'same', 'c.idx': Buffer.of(2), 'new.txt': 'ü' }
  expect(write(after)).toEqual({ files: 4, written: 3, removed: 1 })
  for (const [path, content] of Object.entries(after))
    expect(readFileSync(join(root, path))).toEqual(Buffer.from(content))
  expect(statSync(join(root, 'paper/a.html')).mtime).toEqual(long)
  expect(existsSync(join(root, 'old'))).toBe(false)
})

test('a folder in the place of a file, and a file in that of a folder, give way', () => {
  write({ a: 'file', 'b/c': 'in a folder' })
  write({ 'a/d': 'in a folder', b: 'file' })
  expect(readFileSync(join(root, 'a/d'), 'utf8')).toBe('in a folder')
  expect(readFileSync(join(root, 'b'), 'utf8')).toBe('file')
})
