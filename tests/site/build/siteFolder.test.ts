import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LIST, LOCK, PART } from '#site/build/ownFiles.ts'
import { withSiteFolder } from '#site/build/siteFolder.ts'
import { snapshot } from '../killing/sites.ts'

let folder: string
let root: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  root = join(folder, 'dist')
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (files: Record<string, string | Uint8Array>, out = root) =>
  withSiteFolder(out, async site => {
    site.begin(Object.keys(files))
    for (const [path, content] of Object.entries(files)) site.write(path, content)
    return site.finish()
  })

/** Puts files there that no build wrote. */
function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const list = (): { files: string[]; folders: string[] } => JSON.parse(read(LIST))

test('what is the same as before is left alone, what has changed is written, the rest is removed', async () => {
  const before = {
    'index.html': 'one',
    'paper/a.html': 'same',
    'old/deep/b.html': 'gone',
    'c.idx': Buffer.of(1),
  }
  expect(await write(before)).toEqual({ files: 4, written: 4, removed: 0 })
  const long = new Date('2020-01-01')
  for (const path of Object.keys(before)) utimesSync(join(root, path), long, long)
  const after = { 'index.html': 'two', 'paper/a.html': 'same', 'c.idx': Buffer.of(2), 'new.txt': 'ü' }
  expect(await write(after)).toEqual({ files: 4, written: 3, removed: 1 })
  for (const [path, content] of Object.entries(after))
    expect(readFileSync(join(root, path))).toEqual(Buffer.from(content))
  expect(statSync(join(root, 'paper/a.html')).mtime).toEqual(long)
  expect(existsSync(join(root, 'old'))).toBe(false)
  expect(readdirSync(root).sort()).toEqual([LIST, 'c.idx', 'index.html', 'new.txt', 'paper'])
  expect(list()).toMatchObject({
    files: ['c.idx', 'index.html', 'new.txt', 'paper/a.html'],
    folders: ['paper'],
  })
})

test('a folder where a file has to be, and a file where a folder has to be, give way', async () => {
  await write({ a: 'file', 'b/c': 'in a folder' })
  await write({ 'a/d': 'in a folder', b: 'file' })
  expect(read('a/d')).toBe('in a folder')
  expect(read('b')).toBe('file')
})

test('files and folders of other people stay, between builds and within them', async () => {
  const foreign = {
    '.git/config': 'of git',
    CNAME: 'papers.example.org',
    '.nojekyll': '',
    '.well-known/security.txt': 'Contact: ada@example.org',
    'paper/notes.html': 'a page of Ada Example',
    'uploads/deep/a.pdf': 'a file',
  }
  put(foreign)
  mkdirSync(join(root, 'empty'))
  await write({ 'index.html': 'one', 'paper/a.html': 'a', 'theme/b.html': 'b' })
  put({ 'theme/own.txt': 'put there later' })
  const before = snapshot(root)
  await write({ 'index.html': 'two' })
  for (const [path, content] of Object.entries(foreign)) expect(read(path), path).toBe(content)
  expect(read('theme/own.txt')).toBe('put there later')
  const gone = [...before.keys()].filter(path => !snapshot(root).has(path))
  expect(gone).toEqual(['paper/a.html', 'theme/b.html'])
})

test.each<[what: string, obstacle: string, make: () => void]>([
  ['a file', 'about.html', () => put({ 'about.html': 'of Ada Example' })],
  ['a folder', 'about.html', () => put({ 'about.html/a.txt': 'a' })],
  ['an empty folder', 'about.html', () => mkdirSync(join(root, 'about.html'))],
  ['a file where a folder has to be', 'paper', () => put({ paper: 'of Ada Example' })],
  ['a link', 'about.html', () => symlinkSync('index.html', join(root, 'about.html'))],
  ['a link to a folder', 'paper', () => symlinkSync(folder, join(root, 'paper'))],
  [
    'a link to nothing',
    'paper/a.html',
    () => {
      mkdirSync(join(root, 'paper'))
      symlinkSync('nothing', join(root, 'paper/a.html'))
    },
  ],
])(
  '%s of somebody else is an error before anything is written, which names it',
  async (what, obstacle, make) => {
    await write({ 'index.html': 'one' })
    make()
    const before = snapshot(folder)
    const files = { 'index.html': 'two', 'about.html': 'ours', 'paper/a.html': 'ours' }
    const says = `${join(root, obstacle)} is ${what.startsWith('a link') ? 'a symbolic link' : 'not from a build'}`
    await expect(write(files)).rejects.toThrow(says)
    await expect(write(files)).rejects.toThrow('Move it to another place or delete it')
    expect(snapshot(folder)).toEqual(before)
  },
)

test('no link is followed where old files are removed, and a file that became a link is left', async () => {
  await write({ 'index.html': 'one', 'paper/a.html': 'a', 'b.html': 'b' })
  rmSync(join(root, 'paper'), { recursive: true })
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'elsewhere/a.html'), 'of Ada Example')
  symlinkSync(join(folder, 'elsewhere'), join(root, 'paper'))
  rmSync(join(root, 'b.html'))
  symlinkSync(join(folder, 'elsewhere/a.html'), join(root, 'b.html'))
  await write({ 'index.html': 'two' })
  expect(readFileSync(join(folder, 'elsewhere/a.html'), 'utf8')).toBe('of Ada Example')
  expect(lstatSync(join(root, 'paper')).isSymbolicLink()).toBe(true)
  expect(lstatSync(join(root, 'b.html')).isSymbolicLink()).toBe(true)
})

test('the folder itself may be a link, also one to a folder that is not there yet', async () => {
  symlinkSync('elsewhere', root)
  await write({ 'index.html': 'one' })
  await write({ 'index.html': 'two' })
  expect(readFileSync(join(folder, 'elsewhere/index.html'), 'utf8')).toBe('two')
  expect(lstatSync(root).isSymbolicLink()).toBe(true)
})

test('permissions and owners of files and folders stay when they are replaced', async () => {
  await write({ 'index.html': 'one', 'paper/a.html': 'a' })
  chmodSync(join(root, 'index.html'), 0o640)
  chmodSync(join(root, 'paper/a.html'), 0o444)
  chmodSync(join(root, 'paper'), 0o775)
  const mayGive = process.getuid?.() === 0
  if (mayGive) for (const path of ['index.html', 'paper']) chownSync(join(root, path), 1234, 2345)
  await write({ 'index.html': 'two', 'paper/a.html': 'b' })
  const about = (path: string) => {
    const { mode, uid, gid } = statSync(join(root, path))
    return [(mode & 0o777).toString(8), ...(mayGive ? [uid, gid] : [])]
  }
  expect(read('paper/a.html')).toBe('b')
  expect(about('index.html')).toEqual(['640', ...(mayGive ? [1234, 2345] : [])])
  expect(about('paper/a.html')).toEqual(['444', ...(mayGive ? [0, 0] : [])])
  expect(about('paper')).toEqual(['775', ...(mayGive ? [1234, 2345] : [])])
})

test('while one build is writing, another says so and does nothing', async () => {
  await write({ 'index.html': 'one' })
  await withSiteFolder(root, async () => {
    const says = `another build is running (process ${process.pid})`
    await expect(write({ 'index.html': 'two' })).rejects.toThrow(says)
  })
  expect(read('index.html')).toBe('one')
  expect(readdirSync(root)).not.toContain(LOCK)
})

test('what a killed build left behind is cleared away: its lock, its half-written files', async () => {
  await write({ 'paper/a.html': 'a' })
  const dead = spawnSync(process.execPath, ['--version']).pid
  put({ [LOCK]: `${dead}\n`, [`${LOCK}.stale`]: `${dead}\n`, [PART]: 'hal', [`paper/${PART}`]: 'hal' })
  await write({ 'paper/a.html': 'b' })
  expect([...snapshot(root).keys()]).toEqual([LIST, 'paper', 'paper/a.html'])
})

test.each([
  ['paths out of the folder', '../mine.txt'],
  ['hidden files', '.git/config'],
  ['absolute paths', '/etc/mine.txt'],
])('a list that was changed to hold %s does not have them removed', async (_, path) => {
  await write({ 'index.html': 'one' })
  put({ '../mine.txt': 'mine', '.git/config': 'of git' })
  writeFileSync(join(root, LIST), JSON.stringify({ ...list(), files: [path, 'index.html'] }))
  await write({ 'index.html': 'two' })
  expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
  expect(read('.git/config')).toBe('of git')
  expect(list().files).toEqual(['index.html'])
})

test('a list that cannot be read is named with what to do, and nothing is written', async () => {
  await write({ 'index.html': 'one' })
  put({ [LIST]: '{ "version": 1, "files": [' })
  const before = snapshot(root)
  await expect(write({ 'index.html': 'two' })).rejects.toThrow(
    /\.json is no list of the files of a build\. Delete it/,
  )
  expect(snapshot(root)).toEqual(before)
})

test('work that fails leaves no folder and no lock behind where there was none', async () => {
  const fails = withSiteFolder(root, async () => {
    throw new Error('no papers')
  })
  await expect(fails).rejects.toThrow('no papers')
  expect(readdirSync(folder)).toEqual([])
})

test('a file in the place of the folder is named', async () => {
  writeFileSync(root, 'a file')
  await expect(write({ 'index.html': 'one' })).rejects.toThrow(`${root} is not a folder.`)
})

test('a file that was not planned is not written', async () => {
  const unplanned = withSiteFolder(root, async site => {
    site.begin(['index.html'])
    site.write('other.html', 'other')
  })
  await expect(unplanned).rejects.toThrow('other.html was written without being planned')
})
