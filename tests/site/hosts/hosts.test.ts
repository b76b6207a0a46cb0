import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONTENT_TYPES } from '#site/hosts/contentTypes.ts'
import { cacheControlOf, HEADERS } from '#site/hosts/headers.ts'
import { hostFiles } from '#site/hosts/hosts.ts'

const SEGMENT = 'corpus/2025-12-w1--2025-12-w2-0123456789ab.idx'

/** The header blocks of a `_headers` file: pattern → lines below it. */
function blocksOf(text: string): Map<string, string[]> {
  return new Map(
    text
      .trimEnd()
      .split('\n\n')
      .map(block => block.split('\n  '))
      .map(([pattern = '', ...lines]) => [pattern, lines]),
  )
}

test.each(['/', '/papers/'])('below %s all headers are sent with every file', base => {
  const blocks = blocksOf(hostFiles(['corpus/manifest.json', SEGMENT], base).get('_headers') ?? '')
  expect(blocks.get(`${base}*`)).toEqual(Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`))
  const forEver = ['Cache-Control: public, max-age=31536000, immutable']
  expect([...blocks].slice(1)).toEqual([
    [`${base}assets/*`, forEver],
    [base + SEGMENT, forEver],
    [`${base}paper/*.bib`, ['Content-Type: application/x-bibtex; charset=utf-8']],
    [`${base}paper/*.ris`, ['Content-Type: application/x-research-info-systems; charset=utf-8']],
    [`${base}paper/*.json`, ['Content-Type: application/vnd.citationstyles.csl+json; charset=utf-8']],
    [`${base}paper/*.md`, ['Content-Type: text/markdown; charset=utf-8']],
    [`${base}feeds/*.atom`, ['Content-Type: application/atom+xml; charset=utf-8']],
    [`${base}feeds/*.json`, ['Content-Type: application/feed+json; charset=utf-8']],
    [`${base}digests.ics`, ['Content-Type: text/calendar; charset=utf-8']],
    [`${base}opensearch.xml`, ['Content-Type: application/opensearchdescription+xml; charset=utf-8']],
    [`${base}manifest.webmanifest`, ['Content-Type: application/manifest+json; charset=utf-8']],
    [`${base}corpus/*.idx`, ['Content-Type: application/octet-stream']],
  ])
})

test('what stands above papers, themes and digests leads to a page', () => {
  expect(hostFiles([], '/papers/').get('_redirects')).toBe(
    '/papers/paper /papers/ 301\n/papers/theme /papers/themes 301\n/papers/digest /papers/digests 301\n',
  )
})

test.each([
  ['assets/index-CTjXpSfJ.js', true],
  [SEGMENT, true],
  ['corpus/manifest.json', false],
  ['paper/assets/2512.05564.html', false],
  ['paper/corpus/x-0123456789ab.json', false],
  ['index.html', false],
])('%s is kept for ever: %s', (path, isKept) => {
  expect(cacheControlOf(path).includes('immutable')).toBe(isKept)
})

/** The sample configurations, each with how it writes a header. */
const SAMPLES = [
  ['nginx.conf', /^\s*add_header (\S+) "(.*)" always;$/gm],
  ['apache.htaccess', /^Header always set (\S+) "(.*)"$/gm],
  ['Caddyfile', /^\t\t(\S+) "(.*)"$/gm],
] as const

test.each(SAMPLES)('the sample %s has the same types', file => {
  const sample = readFileSync(`hosting/${file}`, 'utf8')
  for (const { type } of CONTENT_TYPES) expect(sample).toContain(type.split(';')[0])
})

test.each(SAMPLES)('the sample %s sends the same headers', (file, header) => {
  const sent = [...readFileSync(`hosting/${file}`, 'utf8').matchAll(header)]
    .map(([, name = '', value]) => [name, value])
    .filter(([name]) => name !== 'Cache-Control')
  expect(Object.fromEntries(sent)).toEqual(HEADERS)
})
