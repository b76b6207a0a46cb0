import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex } from '#core/sources/bibtex.ts'

const read = (text: string) => bibtex.read(text, { name: 'a.bib' })
const titles = (text: string) => read(text).records.map(({ paper }) => paper.title)

const BAD = [
  '@misc{x, title = {Never {Closed}',
  '@misc{x, title = {Never {Closed}, author = {A}}',
  '@misc{x, title = "Never Closed}',
  '@misc{x title = {No Comma}}',
  '@misc{x, title}',
  '@misc{x, title = {No} author = {Comma}}',
  '@misc{x, author = {No Title}}',
  `@misc{x, title = {${'{'.repeat(100)}Deep${'}'.repeat(100)}}}`,
  '@misc',
  '@',
  '@misc{',
  '@string{x = x # x}',
  '@string{x',
  '@comment{ {',
  '@preamble{ {',
  '}}}',
  '\\input{x}',
  'stray = {text},',
]

test('a bad entry between two good ones loses neither [row 30]', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...BAD), { maxLength: 6 }), bad => {
      const text = ['@misc{a, title = {First}}', ...bad, '@misc{b,\n  title = {Last}\n}'].join('\n')
      expect(titles(text)).toEqual(expect.arrayContaining(['First', 'Last']))
    }),
  )
})

test.each(BAD.filter(entry => entry.startsWith('@misc{x')))('%s is reported as lost', bad => {
  const { problems } = read(`@misc{a, title = {First}}\n${bad}\n@misc{b, title = {Last}}`)
  expect(problems.filter(({ lost }) => lost).map(({ where }) => where)).toEqual(['line 2'])
})

test('every record and problem names a line of the text [row 30]', () => {
  const piece = fc.constantFrom(
    ...BAD,
    '@misc{k, title = {T}}',
    'title',
    '=',
    '{',
    '}',
    '"',
    '#',
    ',',
    '\r\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map(pieces => pieces.join('\n')),
      ),
      text => {
        const { records, problems } = read(text)
        const lines = text.split(/\r\n?|\n/).length
        for (const { where } of [...records, ...problems]) {
          const line = Number(/^line (\d+)$/.exec(where)?.[1])
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(lines)
        }
      },
    ),
  )
})

test('strings stand for their text from their definition on, in their own file only', () => {
  const text = '@string{a = "Of a "}\n@string{b = a # {String}}\n@misc{k, title = b # { } # 2}'
  expect(titles(text)).toEqual(['Of a String 2'])
  expect(titles('@misc{k, title = {T}, note = b}\n@misc{l, title = b}')).toEqual(['T'])
  expect(read('@misc{k, title = {T}, note = b}').problems.map(({ why }) => why)).toContain(
    'no string of this name is defined above: “b”',
  )
})

test('strings made of strings cannot grow without end', () => {
  const bomb = Array.from({ length: 60 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`)
  const { records, problems } = read(
    `@string{s0 = "xx"}\n${bomb.join('\n')}\n@misc{k, title = {T}, note = s60}`,
  )
  expect(records).toHaveLength(1)
  expect(problems.map(({ why }) => why).join()).toContain('longer than 2000 characters')
  const many = `@string{s = {${'x'.repeat(2000)}}}\n@misc{k, title = ${'s # '.repeat(10_000)}s}\n@misc{l, title = {T}}`
  expect(titles(many)).toEqual(['T'])
})

test('names that every object inherits are nothing special', () => {
  expect(
    titles(
      '@misc{__proto__, __proto__ = {x}, toString = {y}, title = {T}}\n@misc{k, title = constructor # {U}}',
    ),
  ).toEqual(['T', 'U'])
  expect(titles('@misc{k, title = __proto__ # {T}}')).toEqual([])
  expect(({} as { x?: unknown }).x).toBeUndefined()
})

test.each([
  ['@article{a, title={A}}', 'papers.txt', 0.95],
  ['\ufeff% by hand\n@Book ( a,', 'papers.bib', 0.95],
  ['Some text\n  @misc{a,', 'notes.txt', 0.5],
  ['mail someone@site.example {a}', 'papers.bib', 0],
])('%j under the name %s is BibTeX with sureness %s', (text, name, score) => {
  expect(bibtex.detect(text, name)).toBe(score)
})

const HOSTILE = 40_000
test.each([
  ...['@', '@a{', '@a(\n', '@a{k,\n', '{', '}', '"', '\\', '%', ',', 'a=', '#', 'a#', ' ', '\n', '@comment{'],
  ...[
    '@string{a=',
    ' and ',
    '$',
    '{\\"',
    '\\v ',
    '\\url{',
    '~',
    'abs/',
    'https://github.com/',
    '{}',
    '^{',
    '{\\bf ',
  ],
])('40 kB of %j are read, wherever they stand', piece => {
  const hostile = piece.repeat(HOSTILE / piece.length)
  const fields = ['title', 'author', 'keywords', 'abstract', 'url', 'month', 'volume', 'note'].map(
    field => `${field} = {${hostile.slice(0, HOSTILE / 5)}}`,
  )
  for (const text of [hostile, `@misc{k, ${hostile}}`, `@misc{k, ${fields.join()}}`]) {
    expect(bibtex.detect(text, 'a.bib')).toBeGreaterThanOrEqual(0)
    expect(titles(`@misc{a, title = {First}}\n${text}`)).toContain('First')
  }
})

test('a megabyte in one field loses nothing of the others', () => {
  const big = (length: number) => `@misc{big, title = {Big}, abstract = {${'word '.repeat(length / 5)}}}`
  expect(titles(`@misc{a, title = {A}}\n${big(950_000)}\n@misc{b, title = {B}}`)).toEqual(['A', 'Big', 'B'])
  expect(titles(`@misc{a, title = {A}}\n${big(1_100_000)}\n@misc{b, title = {B}}`)).toEqual(['A', 'B'])
})
