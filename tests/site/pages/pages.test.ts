import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper, Manifest } from '#core/papers/manifest.ts'
import { type PageContent, type SitePage, sitePages } from '#site/pages/pages.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'

type Made = SitePage & PageContent

async function pagesOf(papers: CorpusPaper[]): Promise<Map<string, Made>> {
  const manifest: Manifest = {
    version: 3,
    papers: papers.length,
    themes: [],
    lexicon: { file: 'lexicon.json', bytes: 0, sha256: '' },
    segments: [],
  }
  const corpus = new CountedCorpus({ themes: [], segments: [papers.length] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  const ids = papers.map(({ id }) => id)
  const pages = new Map<string, Made>()
  for (const page of await sitePages(
    { manifest, papers, ids, engine },
    { address: 'https://example.org/', name: 'Broadsheet' },
  )) {
    expect(pages.has(page.path), page.path).toBe(false)
    pages.set(page.path, { ...page, ...(await page.content()) })
  }
  return pages
}

test('each day and week with papers has a page, which knows its neighbours', async () => {
  const days = ['2024-12-30', '2025-01-05', '2025-12-11']
  const pages = await pagesOf(days.map(day => paperWith({ id: `of-${day}`, listedOn: [day] })))
  expect([...pages.keys()].filter(path => path.startsWith('/digest/'))).toEqual([
    '/digest/2024-12-30',
    '/digest/2025-01-05',
    '/digest/2025-12-11',
    '/digest/2025-W01',
    '/digest/2025-W50',
  ])
  const daysOn = (path: string) => pages.get(path)?.first.digests?.days.map(([day]) => day)
  expect(daysOn('/digest/2025-12-11')).toEqual(['2025-01-05', '2025-12-11'])
  expect(daysOn('/digest/2025-W01')).toEqual(days)
  expect(daysOn('/digests')).toEqual(days)
  expect(pages.get('/digest/2025-W01')?.first.list?.response.total).toBe(2)
})

test('a digest has its own day, where a later digest lists its first paper again', async () => {
  const pages = await pagesOf([paperWith({ id: 'again', listedOn: ['2025-12-10', '2025-12-12'] })])
  const dayOf = (path: string) => pages.get(path)?.day
  expect(dayOf('/digest/2025-12-10')).toBe('2025-12-10')
  expect(dayOf('/digest/2025-W50')).toBe('2025-12-12')
  expect(dayOf('/paper/again')).toBe('2025-12-12')
  expect(JSON.stringify(pages.get('/digest/2025-12-10')?.head)).toContain('"DC.date","content":"2025-12-10"')
})

test('a paper is written under its former ids too, but for those that another paper has now', async () => {
  const pages = await pagesOf([
    paperWith({ id: '2512.00001', aliases: ['of-old', 'taken'] }),
    paperWith({ id: 'taken' }),
  ])
  expect(pages.get('/paper/2512.00001')?.formerPaths).toEqual(['/paper/of-old'])
  expect(pages.get('/paper/taken')?.formerPaths).toEqual([])
})
