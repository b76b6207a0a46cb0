import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, writeFiles } from '../killing/files.ts'
import { writerIn } from '../killing/program.ts'
import { faultsIn, snapshot } from '../killing/sites.ts'

type Site = [path: string, content: string][]

const hashed = (folder: string, extension: string, content: string): [string, string] => [
  `${folder}-${createHash('sha256')
    .update(content)
    .digest('hex')
    .slice(0, folder.startsWith('assets') ? 8 : 12)}.${extension}`,
  content,
]

/** In the order of a build: what is named by hash, what has no hash, pages, what names pages. */
function siteOf(word: string, papers: readonly string[]): Site {
  const script = hashed('assets/index', 'js', `run("${word}")`)
  const month = hashed('corpus/2025-12', 'json', JSON.stringify(papers))
  const manifest = { version: 3, segments: [{ papers: { file: month[0].slice('corpus/'.length) } }] }
  const page = (text: string) => `<script src="/early.js" data-app="/${script[0]}"></script>${text}`
  return [
    script,
    month,
    ['early.js', `start("${word}")`],
    ['sw.js', `keep("${script[0]}")`],
    ['corpus/manifest.json', JSON.stringify(manifest).replaceAll('": "', '":"')],
    ...papers.map((paper): [string, string] => [`paper/${paper}.html`, page(`${paper} ${word}`)]),
    ['index.html', page(papers.join())],
  ]
}

const OLD = siteOf('old', ['a', 'b', 'c/d'])
const NEW = siteOf('new', ['b', 'e/f'])

let folder: string
let program: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-killed-'))
  program = await writerIn(folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

function put(root: string, files: Site): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

const inBase64 = (site: Site): Files =>
  site.map(([path, content]) => [path, Buffer.from(content).toString('base64')])

/** Writes a site in a process of its own, which is killed at a call to the file system. */
function written(root: string, site: Site, killedAt?: number) {
  const files = `${root}.input.json`
  writeFileSync(files, JSON.stringify(inBase64(site)))
  const args = [program, root, files, ...(killedAt === undefined ? [] : [`${killedAt}`])]
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { signal, calls: Number(stdout.trimEnd().split('\n').at(-1)), stderr }
}

const write = (root: string, site: Site) => writeFiles(root, inBase64(site))

/** Each takes a process; `npm run test:kills` kills at random, too. */
const KILLS = 12

test('killed at any call to the file system, a build leaves each page complete, and the next one ends as if nothing had been', async () => {
  const before = join(folder, 'before')
  put(before, [
    ['CNAME', 'papers.example.org'],
    ['paper/notes.txt', 'of Ada Example'],
    ['.git/config', 'of git'],
  ])
  await write(before, OLD)
  const after = join(folder, 'after')
  cpSync(before, after, { recursive: true })
  const { calls, stderr } = written(after, NEW)
  expect(stderr).toBe('')
  expect(calls).toBeGreaterThan(40)
  const root = join(folder, 'killed')
  for (let kill = 1; kill <= KILLS; kill++) {
    const call = Math.round((kill * calls) / KILLS)
    rmSync(root, { recursive: true, force: true })
    cpSync(before, root, { recursive: true })
    expect(written(root, NEW, call).signal, `call ${call}`).toBe('SIGKILL')
    expect(faultsIn(root, [before, after]), `call ${call}`).toEqual([])
    await write(root, NEW)
    expect(snapshot(root), `call ${call}`).toEqual(snapshot(after))
  }
})
