import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sort } from '#core/search/answer.ts'
import { paths } from '#core/site/paths.ts'
import { pathWords, repairAddress, tidyAddress } from '#core/site/repair/address.ts'
import { LAYOUTS, type ListLayout, SORTS, searchOf } from '#core/site/view.ts'

const PAPER = '/paper/2512.05564'
const OLD = '/paper/cs.CL/9901001'
const DAY = '/digest/2025-12-11'

test.each([
  // As other sites name a paper.
  ['/abs/2512.05564', PAPER],
  ['/abs/2512.05564v2', PAPER],
  ['/pdf/2512.05564', PAPER],
  ['/pdf/2512.05564v12.pdf', PAPER],
  ['/html/2512.05564v1', PAPER],
  ['/papers/2512.05564', PAPER],
  ['/arxiv/2512.05564', PAPER],
  ['/2512.05564', PAPER],
  ['/arXiv:2512.05564v3', PAPER],
  ['/paper/arXiv:2512.05564', PAPER],
  ['/doi/10.48550/arXiv.2512.05564', PAPER],
  // A DOI names no page here; the papers that have it are found.
  ['/doi/10.7717/peerj.4375', '/?q=10.7717/peerj.4375'],
  ['/10.7717/peerj.4375.', '/?q=10.7717/peerj.4375'],
  ['/https://doi.org/10.7717/peerj.4375', '/?q=10.7717/peerj.4375'],
  ['/https://arxiv.org/abs/2512.05564', PAPER],
  ['/https:/huggingface.co/papers/2512.05564', PAPER],
  ['/alphaxiv.org/overview/2512.05564', PAPER],
  ['/https://ar5iv.labs.arxiv.org/html/2512.05564v1', PAPER],
  ['/hf.co/papers/2512.05564', PAPER],
  ['/https://arxiv.org/format/2512.05564', PAPER],
  ['/abs/cs.CL/9901001v2', OLD],
  ['/pdf/cs.cl/9901001.pdf', OLD],
  ['/paper/cs.CL%2F9901001', OLD],
  ['/abs/hep-th/9901001', '/paper/hep-th/9901001'],
  ['/abs/old-style/9901001v2', '/paper/old-style/9901001'],
  ['/repo/paper/2512.05564', PAPER],
  ['/themes/.html.', '/themes'],
  ['/themes/.html.html', '/themes'],
  // What stands around it.
  [`${PAPER}/`, PAPER],
  [`${PAPER}.`, PAPER],
  [`${PAPER},`, PAPER],
  [`${PAPER}).`, PAPER],
  [`${PAPER}%22%3E`, PAPER],
  [`${PAPER}%E2%80%9D`, PAPER],
  ['/paper/%C2%AB2512.05564%C2%BB', PAPER],
  [`${PAPER}%20`, PAPER],
  [`${PAPER}%E2%80%8B`, PAPER],
  [`${PAPER}%E0%A4%A`, PAPER],
  [`${PAPER}.html`, PAPER],
  [`${PAPER}/index.html`, PAPER],
  [`${PAPER}&utm_source=x`, PAPER],
  [`${PAPER}%3Futm_source%3Dx`, PAPER],
  [`${PAPER}?utm_source=x&fbclid=y`, PAPER],
  [`${PAPER}%23abstract`, PAPER],
  ['/PAPER/2512.05564', PAPER],
  ['/paper\\2512.05564', PAPER],
  ['/%70aper/2512.05564', PAPER],
  ['/paper%252F2512.05564', PAPER],
  ['/#/paper/2512.05564', PAPER],
  ['/#!/paper/2512.05564', PAPER],
  ['/paper/Attention-Is-All).', '/paper/Attention-Is-All'],
  ['/paper/Attention-Is-All', '/paper/attention-is-all'],
  // Themes.
  ['/theme/rlvr.', '/theme/rlvr'],
  ['/theme/RLVR/', '/theme/rlvr'],
  ['/themes/kv-cache', '/theme/kv-cache'],
  ['/topic/kv_cache', '/theme/kv-cache'],
  ['/tags/kv%2520cache.html', '/theme/kv-cache'],
  ['/theme/rlvr/index.html', '/theme/rlvr'],
  ['/theme/rlvr%3Fpage=2', '/theme/rlvr?page=2'],
  ['/theme/rlvr?q=entropy&amp;page=2&gclid=z', '/theme/rlvr?q=entropy&page=2'],
  ['/theme', '/themes'],
  ['/themes.', '/themes'],
  ['/THEMES/index.html', '/themes'],
  // Digests.
  ['/papers/date/2025-12-11', DAY],
  ['/papers/week/2025-W50', '/digest/2025-W50'],
  ['/papers/month/2025-12', '/digests'],
  ['/digest/2025-12-11)', DAY],
  ['/digest/2025/12/11', DAY],
  ['/digest/20251211', DAY],
  ['/2025-12-11', DAY],
  ['/digest/2025-w5', '/digest/2025-W05'],
  ['/digest', '/digests'],
  ['/digest/2025-13-40', '/digest/2025-13-40'],
  // The others.
  ['/help)', '/help'],
  ['/Help.html', '/help'],
  ['/index.html', '/'],
  ['/index.htm?q=codec', '/?q=codec'],
  ['/paper', '/'],
  ['/search?q=codec', '/?q=codec'],
  ['/search/kv%20cache', '/?q=kv+cache'],
  ['/%3Fq=entropy%20collapse', '/?q=entropy+collapse'],
  ['/?query=codec', '/?q=codec'],
  ['/', '/'],
])('%s means %s', (address, meant) => {
  expect(repairAddress(address)).toBe(meant)
})

test.each([
  '/nowhere',
  '/digest/yesterday',
  '/no/such/page',
  '/404',
  '//evil.example',
  '/\\evil.example',
  '/%2F%2Fevil.example/x',
  '/evil%00',
])('%s means no page of this site', address => {
  expect(repairAddress(address)).toBeUndefined()
  expect(tidyAddress(address)).toBe(address)
})

test.each([
  // An id that may exist stays as it is until nothing is found by it.
  ['/paper/Attention-Is-All).', '/paper/Attention-Is-All).'],
  ['/paper/2512.05564-2', '/paper/2512.05564-2'],
  ['/paper/a%3Fb%23c/d%20e', '/paper/a%3Fb%23c/d%20e'],
  ['/paper/Some-Title.html', '/paper/Some-Title'],
  ['/paper/Some-Title/?utm_source=x', '/paper/Some-Title'],
  ['/PAPER/2512.05564v2.pdf).', PAPER],
  [`${PAPER}?fbclid=1`, PAPER],
  [`${PAPER}%E0%A4%A`, PAPER],
  ['/abs/2512.05564', PAPER],
  ['/theme/rlvr.?utm_medium=mail', '/theme/rlvr'],
  ['/?search=kv%2520cache&utm_source=x', '/?q=kv+cache'],
  ['/nowhere?x=y', '/nowhere?x=y'],
])('%s is tidied to %s before anything is known', (address, tidy) => {
  expect(tidyAddress(address)).toBe(tidy)
})

const view = fc.record({
  q: fc.constantFrom(
    '',
    'entropy',
    'theme:rlvr,kv-cache',
    '"kv cache" -survey',
    'R&D',
    'C++',
    'author:"A. Example"',
  ),
  layout: fc.constantFrom(...(Object.keys(LAYOUTS) as ListLayout[])),
  page: fc.integer({ min: 1, max: 99 }),
  sort: fc.constantFrom(...(Object.keys(SORTS) as Sort[])),
})
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z][a-z0-9]{0,9}){0,3}$/)
const arxivId = fc.oneof(
  fc.stringMatching(/^\d{4}\.\d{4,5}$/),
  fc
    .tuple(
      fc.constantFrom('cs', 'math', 'hep-th', 'cond-mat', 'q-bio'),
      fc.stringMatching(/^(\.[A-Z]{2})?\/\d{7}$/),
    )
    .map(parts => parts.join('')),
)
const ENDS = [
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  ')',
  ']',
  '>',
  '%22',
  '%27',
  '%E2%80%9D',
  '%C2%BB',
  '%20',
  '%E0%A4%A',
  '/',
  '.html',
]
const TRACKERS = [
  'utm_source=a',
  'utm_campaign=b%20c',
  'fbclid=d',
  'gclid=e',
  'ref=f',
  'mc_cid=g',
  'unheard_of=h',
]

test('addresses that the site writes stay as they are', () => {
  const page = fc.oneof(
    view.map(view => paths.front(searchOf(view))),
    fc.tuple(slug, view).map(([id, view]) => paths.theme(id, searchOf(view))),
    arxivId.map(paths.paper),
    slug.map(paths.paper),
    fc.constantFrom(paths.themes(), paths.digests(), paths.help(), DAY, '/digest/2025-W50'),
  )
  fc.assert(
    fc.property(page, address => {
      expect(tidyAddress(address)).toBe(address)
    }),
  )
})

test('whatever stands behind an address of the site, its page is found', () => {
  const page = fc.oneof(
    arxivId.map(paths.paper),
    slug.map(paths.paper),
    slug.map(id => paths.theme(id)),
    fc.constantFrom('/themes', DAY),
  )
  const ends = fc.array(fc.constantFrom(...ENDS), { minLength: 1, maxLength: 3 })
  const trackers = fc.array(fc.constantFrom(...TRACKERS), { maxLength: 3 })
  fc.assert(
    fc.property(page, ends, trackers, (address, ends, trackers) => {
      const changed = `${address}${ends.join('')}${trackers.length > 0 ? '?' : ''}${trackers.join('&amp;')}`
      expect(repairAddress(changed)).toBe(address)
    }),
  )
})

test('any text becomes an address of this site or none, and stays what it has become', () => {
  const part = fc.constantFrom(
    ...[
      '/',
      '//',
      '\\',
      '..',
      '.',
      '?',
      '#',
      '&',
      '&amp;',
      '=',
      '%',
      '%2F',
      '%252F',
      '%5C',
      '%E0%A4%A',
      '%00',
      '%0A',
      '%3F',
      '%23',
    ],
    ...[
      'javascript:',
      'data:',
      'http://evil.example',
      'evil.example',
      'paper',
      'theme',
      'abs',
      'digest',
      'date',
      'search',
      'q',
      'utm_source',
    ],
    ...[
      '2512.05564',
      'v2',
      '.pdf',
      'math/0211159',
      '2025-12-11',
      'W50',
      'A',
      'é',
      '“',
      ')',
      ' ',
      '\u200b',
      '\ud800',
    ],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), parts => {
      const once = repairAddress(`/${parts.join('')}`)
      if (once === undefined) return
      expect(new URL(once, 'https://site.example').origin).toBe('https://site.example')
      expect(once).toMatch(/^\/(?:$|\?|themes$|digests$|help$|(?:theme|digest)\/[^/]+$|paper\/.)/)
      // An id of capitals is made small when nothing else is to be done.
      const twice = repairAddress(once)
      expect(repairAddress(twice ?? '')).toBe(twice)
    }),
    { numRuns: 1_000 },
  )
})

test('the words of an address can be searched for', () => {
  expect(pathWords('/blog/kv_cache-compression.html')).toBe('blog kv cache compression')
  expect(pathWords('/%E0%A4%A')).toBe('')
  expect(pathWords(`/${'x'.repeat(1_000)}`)).toHaveLength(80)
})
