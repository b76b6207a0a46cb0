import { expect, test } from 'vitest'
import { sitemapFiles } from '#site/pages/sitemap.ts'
import { textsIn, validXml } from './validity.ts'

const SITE = 'https://example.org/papers/'

test('pages are listed by their address, with the day of what stands on them where it is known', () => {
  const pages = [{ path: '/', day: '2025-12-11' }, { path: '/help' }, { path: '/paper/%C3%BCber-a&b' }]
  const files = sitemapFiles(pages, SITE)
  expect([...files.keys()]).toEqual(['/sitemap.xml'])
  const sitemap = validXml(files.get('/sitemap.xml') ?? '', 'sitemap')
  expect(textsIn(sitemap, '//map:loc')).toEqual([
    'https://example.org/papers/',
    'https://example.org/papers/help',
    'https://example.org/papers/paper/%C3%BCber-a&b',
  ])
  expect(textsIn(sitemap, '//map:url[map:loc="https://example.org/papers/"]/map:lastmod')).toEqual([
    '2025-12-11',
  ])
  expect(textsIn(sitemap, '//map:lastmod')).toHaveLength(1)
})

test('more pages than a file may list are listed by several, which the sitemap names', () => {
  const pages = Array.from({ length: 5 }, (_, at) => ({ path: `/paper/${at}` }))
  const files = sitemapFiles(pages, SITE, 2)
  const index = validXml(files.get('/sitemap.xml') ?? '', 'sitemapIndex')
  const parts = ['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml']
  expect(textsIn(index, '//map:loc')).toEqual(parts.map(path => SITE + path.slice(1)))
  const listed = parts.flatMap(path => textsIn(validXml(files.get(path) ?? '', 'sitemap'), '//map:loc'))
  expect(listed).toEqual(pages.map(({ path }) => SITE + path.slice(1)))
})
