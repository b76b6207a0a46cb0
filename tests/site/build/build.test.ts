import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatMonthFile } from '#core/papers/monthFile.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { buildSite } from '#site/build/build.ts'
import type { Files } from '#site/corpus/corpus.ts'
import { snapshot } from '../killing/sites.ts'

let folder: string
let data: string
let out: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-build-'))
  data = join(folder, 'data')
  out = join(folder, 'dist')
  mkdirSync(join(data, 'papers'), { recursive: true })
  const source = { name: 'digest.txt', format: 'page-text' } as const
  const papers = ['Bread', 'Butter'].map(title =>
    paperOf(recordOf(source, { title, listedOn: ['2025-12-11'] })),
  )
  writeFileSync(join(data, 'papers/2025-12.json'), formatMonthFile(papers))
  writeFileSync(join(data, 'themes.json'), '[]')
})
afterAll(() => rmSync(folder, { recursive: true }))

const TEMPLATE = `<!doctype html><html lang="en"><head><title>Broadsheet</title>
<script src="./assets/boot-00000000.js" data-app="./assets/index-00000000.js"></script>
<link rel="stylesheet" href="./assets/index-00000000.css"></head><body><div id="root"></div></body></html>`

/** Scripts and styles that nobody runs. */
const bundler = async (): Promise<Files> =>
  new Map([
    ['index.html', TEMPLATE],
    ['assets/boot-00000000.js', ''],
    ['assets/index-00000000.js', ''],
    ['assets/index-00000000.css', ''],
  ])

async function build(): Promise<{ printed: string[]; statuses: string[] }> {
  const printed: string[] = []
  const statuses: string[] = []
  const say = (line: string) => printed.push(line)
  const site = {
    base: '/',
    name: 'Broadsheet',
    accent: undefined,
    site: 'https://example.org/',
    isPublic: true,
    papers: 10,
    isCached: true,
  }
  const output = { print: say, complain: say, status: (line: string) => statuses.push(line) }
  await buildSite({ data, out, ...site }, output, bundler)
  return { printed, statuses }
}

test('a build says how far each stage has come, and again leaves all as it is', async () => {
  const { printed, statuses } = await build()
  const stages = ['scripts and corpus', 'citations', 'feeds', 'list of the corpus', 'pages', 'lists of pages']
  for (const stage of stages)
    expect(statuses).toContainEqual(expect.stringMatching(new RegExp(`^\\[ {20}\\] ${stage}: 0 of \\d+$`)))
  expect(printed.at(-1)).toMatch(
    /^\d+ files in .*dist, 9 of them pages, \d+ new or changed, 0 removed, in \d/,
  )
  const before = snapshot(out)
  expect((await build()).printed.at(-1)).toContain(' 0 new or changed, 0 removed')
  expect(snapshot(out)).toEqual(before)
})

test('a page that somebody else put there is named before anything is written', async () => {
  const pages = readdirSync(join(out, 'paper')).filter(name => name.endsWith('.html'))
  // The page of the folder leads on to the front page.
  expect(pages.sort()).toEqual(['bread.html', 'butter.html', 'index.html'])
  rmSync(out, { recursive: true })
  mkdirSync(join(out, 'paper'), { recursive: true })
  writeFileSync(join(out, 'paper/bread.html'), 'of Ada Example')
  await expect(build()).rejects.toThrow(`${join(out, 'paper/bread.html')} is not from a build`)
  expect(readdirSync(out)).toEqual(['paper'])
  expect(readFileSync(join(out, 'paper/bread.html'), 'utf8')).toBe('of Ada Example')
})
