import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arxivIdOf, arxivUrl } from '#core/papers/arxiv.ts'
import { elsewhereOf, linksOf } from '#core/papers/links.ts'
import { ArxivId } from '#core/papers/paper.ts'
import { safeUrl } from '#core/text/safeUrl.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'
import { paperWith } from '../../fixtures/paper.ts'

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:x',
  'java\tscript:x',
  'data:text/html,x',
  '//evil',
  '\\\\evil',
  'https:///',
  'blob:x',
  '',
  'https://arxiv.org@evil.example/',
  'https://a.org\\@evil.example',
  'https://a.org/\u202egro.live',
  'https://a.org/\u200b',
  'https://a.org/"onclick=',
])('%j is no address to follow [row 2, 8]', text => {
  expect(safeUrl(text)).toBeUndefined()
})

test('a paper without arXiv id is offered as a search for its title, labelled so', () => {
  const links = linksOf(
    paperWith({ title: 'Who & what?', codeUrls: ['https://github.com/a/b', 'javascript:x'] }),
  )
  expect(links).toEqual([
    {
      label: 'Search arXiv for the title',
      href: 'https://arxiv.org/search/?query=Who%20%26%20what%3F&searchtype=title',
    },
    { label: 'Code', href: 'https://github.com/a/b' },
  ])
})

test('elsewhere a paper is opened by its id, and what is a search for its title is called one', () => {
  const byId = elsewhereOf(paperWith({ title: 'A "B" & C \ud800', arxivId: '2512.05564' }))
  expect(byId.map(({ href }) => href)).toEqual([
    'https://arxiv.org/html/2512.05564',
    'https://www.alphaxiv.org/abs/2512.05564',
    'https://papers.cool/arxiv/2512.05564',
    'https://api.semanticscholar.org/arXiv:2512.05564',
    'https://scholar.google.com/scholar?q=%22A%20%22B%22%20%26%20C%20%EF%BF%BD%22',
  ])
  const byTitle = elsewhereOf(paperWith({}))
  expect(byTitle.length).toBeGreaterThan(1)
  for (const { label } of byTitle) expect(label).toMatch(/: search for the title$/)
})

test('an id is linked to where the paper can be read', () => {
  expect(linksOf(paperWith({ arxivId: 'math/0211159' })).map(({ href }) => href)).toEqual([
    'https://arxiv.org/abs/math/0211159',
    'https://arxiv.org/pdf/math/0211159',
    'https://huggingface.co/papers/math/0211159',
  ])
})

const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'data:text/html,',
  'vbscript:',
  'blob:',
  'file:',
  'HTTP:',
]
const SIGNS = [
  'https:',
  'http:',
  '/',
  '//',
  '\\',
  '@',
  ':',
  '?',
  '#',
  '%2f',
  '%',
  '[',
  ']',
  '.',
  '..',
  ' ',
  '\n',
  '\t',
  '\0',
]
const OTHERS = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\ud800',
  '\uffff',
  'a',
  'evil.example',
  'arxiv.org',
  '443',
  '10.1',
  'é',
  '"',
  '<',
  '`',
]
const address = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SCHEMES, ...SIGNS, ...OTHERS) }),
  fc.string({ unit: fc.constantFrom(...SIGNS, ...OTHERS) }).map(rest => `https://${rest}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)

test('what may be followed is an address of the web, says where it leads and shows all of itself [row 2, 8]', () => {
  let followed = 0
  fc.assert(
    fc.property(address, text => {
      const href = safeUrl(text)
      if (href === undefined) return
      expect(href).toBe(text)
      expect(href).not.toMatch(/[\s\p{C}"<>\\]/u)
      if (!URL.canParse(href, 'https://broadsheet.example/')) return
      followed++
      const { protocol, username, password, hostname } = new URL(href, 'https://broadsheet.example/')
      expect(['https:', 'http:']).toContain(protocol)
      expect(username + password).toBe('')
      expect(hostname).not.toBe('broadsheet.example')
    }),
    { numRuns: 1000 },
  )
  expect(followed).toBeGreaterThan(100)
})

const idLike = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS, ...OTHERS, '2512.05564', 'math/0211159', 'v2', '.pdf') }),
  fc.stringMatching(/^[a-z-]{1,9}(?:\.[A-Z]{2})?\/\d{7}$/),
  fc.stringMatching(/^\d{4}\.\d{4,5}$/),
)

test('an id leads to a folder of a fixed host, or is none, whatever tricks of paths are in it [row 3]', () => {
  fc.assert(
    fc.property(idLike, text => {
      // Stored ids are not looked at for a month that there is; what is read is.
      const hasMonth = /(?:^|\/)\d\d(?:0[1-9]|1[0-2])/.test(text)
      expect(arxivIdOf(text) === text).toBe(ArxivId.safeParse(text).success && hasMonth)
      const id = arxivIdOf(text)
      if (id === undefined) return
      const { href, origin, pathname } = new URL(arxivUrl(id))
      expect({ href, origin, pathname }).toEqual({
        href: `https://arxiv.org/abs/${id}`,
        origin: 'https://arxiv.org',
        pathname: `/abs/${id}`,
      })
    }),
    { numRuns: 1000 },
  )
})

test('a title that is searched for elsewhere adds nothing to the address but that search [row 3, 9]', () => {
  const SEARCHES = [
    'https://arxiv.org/search/',
    'https://www.semanticscholar.org/search',
    'https://scholar.google.com/scholar',
  ]
  fc.assert(
    fc.property(fc.oneof(idLike, fc.string({ unit: anyCharacter })), title => {
      const paper = paperWith({ title })
      for (const { href } of [...linksOf(paper), ...elsewhereOf(paper)]) {
        const { origin, pathname, searchParams, hash } = new URL(href)
        expect(SEARCHES).toContain(origin + pathname)
        expect(hash).toBe('')
        const said = searchParams.get('query') ?? searchParams.get('q')
        expect(said?.replaceAll('"', '')).toBe(title.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('"', ''))
      }
    }),
  )
})

test('a paper that has a DOI or a page of its own has a link to itself without an arXiv id', () => {
  const labels = (known: Parameters<typeof paperWith>[0]) =>
    linksOf(paperWith(known)).map(({ label, href }) => [label, href])
  expect(labels({ dois: ['10.1145/0000001.0000002'] })).toEqual([
    ['DOI', 'https://doi.org/10.1145/0000001.0000002'],
  ])
  expect(
    labels({
      paperUrls: ['https://www.mdpi.com/1/2/3'],
      projectUrls: ['https://example.org/project'],
    }),
  ).toEqual([
    ['Paper', 'https://www.mdpi.com/1/2/3'],
    ['Project', 'https://example.org/project'],
  ])
  expect(labels({ title: 'Tidal caches' })[0]?.[0]).toBe('Search arXiv for the title')
})

test('the DOI of the arXiv and an address that says a DOI again are no further links', () => {
  const links = linksOf(
    paperWith({
      arxivId: '2512.00001',
      dois: ['10.1145/abc', '10.48550/arxiv.2512.00001'],
      paperUrls: ['https://doi.org/10.1145/abc'],
    }),
  )
  expect(links.map(({ label }) => label)).toEqual(['arXiv', 'PDF', 'Daily papers', 'DOI'])
})
