import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { buildSegment } from '#core/index/segment.ts'
import { type CorpusPaper, Manifest, SegmentFile } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { paperWith } from '../fixtures/paper.ts'

const built = (file: string): unknown => JSON.parse(readFileSync(`dist/corpus/${file}`, 'utf8'))

const { themes, segments } = Manifest.parse(built('manifest.json'))

/** The site that is served. */
export const themesOfSite = themes
export const papersOfSite = segments.flatMap(({ papers }) => SegmentFile.parse(built(papers.file)).papers)

/** So many papers of a month, the first the newest. */
export const papersOf = (month: string, count: number): CorpusPaper[] =>
  Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(3, '0')
    return paperWith({
      id: `p-${month}-${number}`,
      title: `Paper ${number} of ${month}`,
      publishedAt: `${month}-01`,
    })
  })

/** Has the site serve another corpus than its own. Files of `lost` months are not there. */
export async function serveCorpus(
  page: Page,
  months: Record<string, CorpusPaper[]>,
  lost: readonly string[] = [],
  themes: readonly Theme[] = [],
): Promise<void> {
  const serve = async (file: string, content: string | Buffer, isLost = false) => {
    await page.route(`**/corpus/${file}`, route =>
      isLost ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ body: content }),
    )
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { file, bytes: Buffer.byteLength(content), sha256 }
  }
  const segments = await Promise.all(
    Object.entries(months).map(async ([month, papers]) => ({
      period: month,
      count: papers.length,
      papers: await serve(`${month}-test.json`, JSON.stringify({ version: 1, papers }), lost.includes(month)),
      index: await serve(`${month}-test.idx`, gzipSync(buildSegment(papers))),
    })),
  )
  const lexicon = await serve(
    'lexicon-test.json',
    JSON.stringify({ version: 3, words: '', frequencies: '', acronyms: [], joins: '' }),
  )
  const papers = Object.values(months).flat().length
  const manifest = { version: 3, papers, themes, lexicon, segments }
  await page.route('**/corpus/manifest.json', route => route.fulfill({ json: manifest }))
}
