import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { benchCommand } from '#cli/bench/benchCommand.ts'
import { benchPage } from '../../browser/bench/page.ts'
import { figuresOf, medians, type Report } from '../../browser/bench/report.ts'
import { samplePages } from '../../browser/bench/samplePages.ts'

const report = (changes: Partial<Report> = {}): Report => ({
  categories: {
    performance: { score: 0.98 },
    accessibility: { score: 1 },
    'best-practices': { score: 0.96 },
    seo: { score: 1 },
  },
  audits: {
    'first-contentful-paint': { numericValue: 900 },
    'largest-contentful-paint': { numericValue: 1400 },
    'cumulative-layout-shift': { numericValue: 0 },
    'total-blocking-time': { numericValue: 80 },
    'total-byte-weight': { numericValue: 200_000 },
    'network-requests': {
      details: {
        items: [
          { resourceType: 'Document', transferSize: 5000 },
          { resourceType: 'Script', transferSize: 600 },
          { resourceType: 'Script', transferSize: 90_000 },
          { resourceType: 'Stylesheet', transferSize: 8000 },
          { resourceType: 'Fetch' },
        ],
      },
    },
  },
  ...changes,
})

test('a report of Lighthouse becomes scores, times and what was sent by kind', () => {
  expect(figuresOf(report())).toEqual({
    performance: 98,
    accessibility: 100,
    bestPractices: 96,
    seo: 100,
    fcpMs: 900,
    lcpMs: 1400,
    cls: 0,
    tbtMs: 80,
    bytes: 200_000,
    jsGzipBytes: 90_600,
    cssGzipBytes: 8000,
  })
})

test('a report that lacks a figure is no report', () => {
  const { categories, audits } = report()
  expect(() => figuresOf(report({ categories: { ...categories, seo: { score: null } } }))).toThrow(
    'The report has no figure for seo.',
  )
  const { 'largest-contentful-paint': _, ...others } = audits
  expect(() => figuresOf(report({ audits: others }))).toThrow('no figure for largest-contentful-paint')
  expect(() => figuresOf(report({ audits: { ...audits, 'network-requests': {} } }))).toThrow(
    'says nothing of what was sent',
  )
  const runtimeError = { code: 'NO_FCP', message: 'The page did not paint.' }
  expect(() => figuresOf(report({ runtimeError }))).toThrow('The page did not paint.')
})

test('each figure is the median of its own, and says over how many runs', () => {
  const runs = [
    { performance: 99, lcpMs: 1300 },
    { performance: 91, lcpMs: 1200 },
    { performance: 97, lcpMs: 1900 },
  ]
  const figures = { runs: 3, performance: 97, lcpMs: 1300, performanceMin: 91, performanceMax: 99 }
  expect(medians(runs)).toEqual(figures)
  expect(medians([])).toMatchObject({ runs: 0, performanceMin: null })
})

test('the pages measured are the front page and the largest of papers and themes', () => {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'))
  const write = (path: string, size: number) => writeFileSync(join(dist, path), 'x'.repeat(size))
  for (const folder of ['paper', 'theme', 'paper/math']) mkdirSync(join(dist, folder))
  write('paper/a.html', 10)
  write('paper/b.html', 30)
  write('paper/c.html', 30)
  write('paper/a.jpg', 90)
  expect(samplePages(dist)).toEqual(['/', '/paper/b'])
  write('theme/rlvr.html', 1)
  expect(samplePages(dist)).toEqual(['/', '/paper/b', '/theme/rlvr'])
})

async function page(...args: string[]) {
  const complaints: string[] = []
  const output = { print: () => {}, complain: (line: string) => complaints.push(line), status: () => {} }
  return {
    code: await benchCommand({ page: benchPage, offline: benchPage, imports: benchPage })(
      ['page', ...args],
      output,
    ),
    complaints,
  }
}

test('bench page: a site that is not there and runs that make no sense are refused', async () => {
  expect(await page('--dist', '/no/such/site')).toEqual({
    code: 2,
    complaints: ['There is no built site in /no/such/site: npm run build makes one.'],
  })
  const { code, complaints } = await page('--runs', 'many')
  expect(code).toBe(2)
  expect(complaints.join()).toContain('--runs needs a whole number from 1 on, not “many”.')
  expect((await page('--port', '1')).code).toBe(2)
})
