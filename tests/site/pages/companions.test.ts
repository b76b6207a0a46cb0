import { beforeAll, expect, test } from 'vitest'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { readThemes } from '#site/build/read.ts'
import { corpusFiles } from '#site/corpus/corpus.ts'
import { fileOf, pageFile } from '#site/corpus/files.ts'
import { monthsIn } from '#site/corpus/months.ts'
import { type OpenCorpus, openFiles } from '#site/corpus/openFiles.ts'
import { companions, listsOfPages } from '#site/pages/companions.ts'
import { MISSING, sitePages } from '#site/pages/pages.ts'
import { textsIn, validJsonFeed, validXml } from './validity.ts'

const SITE = { address: 'https://example.org/papers/', name: 'Broadsheet' }

let corpus: OpenCorpus
let pages: { path: string }[]
let files: Map<string, string>

async function filesWith(papers: readonly CorpusPaper[], isPublic: boolean): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  const lists = listsOfPages(
    pages.map(({ path }) => path),
    () => pages,
    SITE.address,
    isPublic,
  )
  for (const { paths, contents } of [...(await companions(corpus, papers, SITE)), lists].flatMap(
    ({ plan }) => plan,
  )) {
    const texts = [...(await contents())].map(String)
    expect(texts).toHaveLength(paths.length)
    paths.forEach((path, index) => {
      made.set(`/${path}`, texts[index] as string)
    })
  }
  return made
}

beforeAll(async () => {
  corpus = openFiles(corpusFiles(monthsIn('data/papers'), readThemes('data/themes.json')))
  pages = []
  const all = await sitePages({ ...corpus, ids: corpus.papers.map(({ id }) => id) }, SITE)
  pages = all.filter(({ path }) => path !== MISSING)
  files = await filesWith(corpus.papers, true)
})

const named = (pattern: RegExp): [path: string, content: string][] =>
  [...files].filter(([path]) => pattern.test(path))

test('every paper has a file in each format beside its page', () => {
  for (const { id, title } of corpus.papers) {
    const beside = (extension: string) => files.get(filePaths.sidecar(id, extension))
    expect(beside('bib')).toMatch(/^@misc\{/)
    expect(beside('ris')).toMatch(/^TY {2}- UNPD\r\n[\s\S]*ER {2}- \r\n$/)
    expect(JSON.parse(beside('json') ?? '')).toMatchObject([{ title }])
    expect(beside('md')).toMatch(/^(?:\[|\*).*\n$/)
  }
})

test('all can be files, and none takes the place of a page', () => {
  const taken = new Set(pages.map(({ path }) => pageFile(path)))
  for (const path of files.keys()) {
    expect(fileOf(path), path).toBe(path.slice(1))
    expect(taken).not.toContain(fileOf(path))
  }
})

test('every feed is valid, and each of its entries leads to a page', () => {
  const known = new Set(pages.map(({ path }) => SITE.address + path.slice(1)))
  const atoms = named(/\.atom$/)
  expect(atoms.length).toBeGreaterThan(corpus.manifest.themes.length)
  for (const [path, content] of atoms) {
    const atom = validXml(content, 'atom')
    const links = textsIn(atom, '//atom:entry/atom:link[@rel="alternate"]/@href')
    const [page] = textsIn(atom, '/atom:feed/atom:link[@rel="alternate"]/@href')
    expect([page, ...links].filter(link => !known.has(link ?? ''))).toEqual([])
    const json = validJsonFeed(files.get(path.replace(/atom$/, 'json')) ?? '')
    expect(json.items.map(({ url }) => url)).toEqual(links)
    expect(json.items.map(({ id }) => id)).toEqual(textsIn(atom, '//atom:entry/atom:id'))
  }
  expect(named(/^\/feeds\/.*\.json$/)).toHaveLength(atoms.length)
})

test('no feed names an author that no source named', () => {
  const authors = new Set(corpus.papers.flatMap(({ authors = [] }) => authors))
  const all = validXml(files.get('/feeds/all.atom') ?? '', 'atom')
  const written = textsIn(all, '//atom:entry/atom:author/atom:name')
  expect(new Set(written)).toEqual(authors)
  expect(textsIn(all, '//atom:entry')).toHaveLength(corpus.papers.length)
})

test('the sitemap lists every page', () => {
  const sitemap = validXml(files.get('/sitemap.xml') ?? '', 'sitemap')
  expect(textsIn(sitemap, '//map:loc')).toEqual(pages.map(({ path }) => SITE.address + path.slice(1)))
})

test('papers without a page have no files, and stand in no feed', async () => {
  const [first] = corpus.papers as [CorpusPaper]
  const few = await filesWith([first], true)
  expect([...few.keys()].filter(path => path.startsWith('/paper/'))).toHaveLength(4)
  expect(validJsonFeed(few.get('/feeds/all.json') ?? '').items).toHaveLength(1)
})

test('browsers are told how to search the site', () => {
  const description = files.get('/opensearch.xml')
  expect(description).toContain(
    '<Url type="text/html" template="https://example.org/papers/?q={searchTerms}"/>',
  )
})

test('crawlers are told of the sitemap where the address of the site is known', async () => {
  expect(files.get('/robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/papers/sitemap.xml\n',
  )
  expect((await filesWith([], false)).get('/robots.txt')).toBe('User-agent: *\nAllow: /\n')
})
