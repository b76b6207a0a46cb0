import { expect, test } from 'vitest'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { AnalyzedPaper, MatchablePaper, matches } from '#core/query/match.ts'
import { parse } from '#core/query/parse.ts'
import { paperWith } from '../../fixtures/paper.ts'

const paper = paperWith({
  id: '2501.00001',
  aliases: ['caching-keys'],
  title: 'Caching keys and values',
  abstract: 'We shrink the KV-cache of GPT-4o. Naïve methods fail; softmax(QKᵀ)V does not. Costs $x^2$.',
  authors: ['Ana María Pérez', 'Bo Li'],
  organization: { slug: 'acme-ai', name: 'Acme Research' },
  publishedAt: '2025-01-31',
  listedOn: ['2025-02-03'],
  comments: 4,
  codeUrls: ['https://github.com/acme/cache'],
  themes: ['kv-cache'],
})

const matching = (text: string, of: CorpusPaper = paper): boolean =>
  matches(parse(text).query, new MatchablePaper(of), { newestDigest: '2025-02-05' })

test.each([
  'caching',
  'KV-cache',
  'kv cache',
  'kvcache',
  '"kv cache"',
  'gpt4o',
  'naive',
  'title:keys',
  'author:perez',
  'author:"maría pérez"',
  'org:acme-ai',
  'org:"acme research"',
  'theme:kv-cache',
  'theme:rlvr,kv-cache',
  'has:code has:comments has:maths has:authors',
  'after:2025',
  'after:2025-01-31',
  'before:2025-02',
  'year:2025',
  'date:2025-01..2025-02',
  'listed:2025-02-03',
  'last:3d',
  'comments:4',
  'comments:>3',
  'authors:2',
  'id:2501.00001',
  'id:caching-keys',
  'missing | keys',
  '-missing',
])('%s matches', text => {
  expect(matching(text)).toBe(true)
})

test.each([
  'cachin',
  '"keys caching"',
  '"pérez bo"',
  '"pérez ÿ bo"',
  '"values we"',
  '"pérez-bo"',
  'title:naive',
  'theme:rlvr',
  '-theme:kv-cache',
  'after:2025-02',
  'before:2025-01-31',
  'before:2025',
  'year:2024',
  'date:2024',
  'last:2d',
  'listed:2025-01-31',
  'comments:>4',
  'upvotes:>=0',
  'keys missing',
])('%s does not match', text => {
  expect(matching(text)).toBe(false)
})

test('what is unknown of a paper meets no condition, and its negation all', () => {
  const unknown = paperWith({})
  for (const text of [
    'comments:0',
    'comments:>=0',
    'authors:<100',
    'before:2030',
    'after:1990',
    'last:99y',
    'has:code',
  ]) {
    expect(matching(text, unknown), text).toBe(false)
    expect(matching(`-${text}`, unknown), text).toBe(true)
  }
})

test('the last days end with the newest digest, and are none where there is no digest', () => {
  const listed = (day: string): CorpusPaper => paperWith({ listedOn: [day], publishedAt: '2020-01-01' })
  expect(matching('last:3d', listed('2025-02-05'))).toBe(true)
  expect(matching('last:3d', listed('2025-02-06'))).toBe(false)
  expect(matching('last:3d', paperWith({ listedOn: [], publishedAt: '2025-02-04' }))).toBe(true)
  expect(matches(parse('last:3d').query, new MatchablePaper(listed('2025-02-05')))).toBe(false)
})

test.each([
  ['upvotes:7', { upvotes: 7 }, true],
  ['upvotes:<7', { upvotes: 7 }, false],
  ['comments:<=0', { comments: 0 }, true],
  ['has:comments', { comments: 0 }, false],
  ['authors:9', { authorCount: 9 }, true],
  ['authors:9', { authorCount: 9, authors: ['Ana'] }, false],
  ['has:authors', { authors: [] }, false],
  ['has:maths', { title: 'Bounds of $n^2$' }, true],
  ['has:maths', { abstract: 'from \\(a\\) to b' }, true],
  ['has:maths', { abstract: 'a \\alpha' }, true],
  ['has:maths', { abstract: 'costs $5 or so, on C:\\9' }, false],
  ['org:deep', { organization: { name: 'Deep Lab' } }, true],
  ['org:"deep lab"', { organization: { slug: 'deep', name: 'Lab' } }, false],
  ['id:old', { aliases: ['older'] }, false],
  ['comments:<=3', { comments: 4 }, false],
  ['after:2025-02', { publishedAt: '2025-12-01' }, true],
  ['listed:2025-02-03', { listedOn: ['2025-02-02', '2025-02-03'] }, true],
  ['', {}, true],
] as const)('%s of a paper with %o: %s', (text, of, isSo) => {
  expect(matching(text, paperWith(of as Partial<CorpusPaper>))).toBe(isSo)
})

test('rules of themes look for words in what a paper says, and for names where they ask for them', () => {
  const byRule = (text: string): boolean => matches(parse(text).query, new AnalyzedPaper(paper))
  expect(byRule('keys')).toBe(true)
  expect(byRule('gpt4o')).toBe(true)
  expect(byRule('li')).toBe(false)
  expect(byRule('acme')).toBe(false)
  expect(byRule('author:li')).toBe(true)
  expect(byRule('org:"acme research"')).toBe(true)
})

test('a paper is found by its DOIs and by that of its arXiv id, however they are written', () => {
  const paper = new MatchablePaper(paperWith({ arxivId: '2512.00001', dois: ['10.1145/abc'] }))
  for (const q of ['10.1145/ABC', 'doi:10.1145/abc', 'https://doi.org/10.48550/arXiv.2512.00001'])
    expect(matches(parse(q).query, paper), q).toBe(true)
  expect(matches(parse('doi:10.1145/ab').query, paper)).toBe(false)
  expect(matches(parse('doi:10.1145/abc').query, new MatchablePaper(paperWith({})))).toBe(false)
})
