import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atom, resultsOf } from '#core/sources/atom.ts'
import { readSource } from '#core/sources/index.ts'
import type { SourceContext } from '#core/sources/source.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/arxiv/${name}`, import.meta.url), 'utf8')

const read = (text: string) => atom.read(text, { name: 'feed.xml' })

/** A feed of the API with these entries, or with whatever else. */
const feed = (content: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/0</id>\n${content}</feed>`
const entry = (content: string): string =>
  `<entry><id>http://arxiv.org/abs/2512.00001v1</id>${content}</entry>\n`

test.each([
  ['<?xml version="1.0"?>\n<feed', 0.95],
  ['\ufeff\n<feed xmlns="http://www.w3.org/2005/Atom">', 0.95],
  ['<a:feed xmlns:a="http://www.w3.org/2005/Atom">', 0.95],
  ['<atom-1:feed xmlns:atom-1="http://www.w3.org/2005/Atom">', 0.95],
  ['<rss version="2.0"><channel>', 0.2],
  ['<rss>\n  <channel>', 0.2],
  ['<!DOCTYPE rss', 0.2],
  ['<!-- a comment -->\n<rss>', 0.2],
  ['a <feed>', 0],
  ['a <!doctype rss>', 0],
  ['<b>bold</b>', 0],
  ['<feeder>', 0],
  ['a < b', 0],
  ['< a', 0],
])('%j is told by its content', (text, score) => {
  expect(atom.detect(text, 'any.txt')).toBe(score)
})

test('a feed says which page of how many results it is, and anything else is none', () => {
  const answer = (content: string) =>
    resultsOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/">${content}</feed>`,
    )
  expect(
    answer(
      `<o:totalResults>120</o:totalResults><o:startIndex>100</o:startIndex><o:itemsPerPage>50</o:itemsPerPage>${entry('')}${entry('')}`,
    ),
  ).toEqual({ entries: 2, start: 100, total: 120 })
  expect(answer('<o:totalResults>many</o:totalResults>')).toEqual({ entries: 0, start: 0, total: 0 })
  expect(resultsOf('<feed>')).toEqual({ entries: 0, start: 0, total: 0 })
})

test.each([
  ['<rss version="2.0"><channel/></rss>', '', 'is a feed (without a title), but none of the arXiv'],
  ['<opml/>\n<a/>', 'line 2', 'not well-formed XML'],
  ['<feed><id>https://arxiv.org/api/0</id></feed>', '', 'no Atom feed: the outermost element is <feed>'],
  ['<feed xmlns="http://example.org/feed"/>', '', '<feed> of http://example.org/feed'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', '', '<html>'],
  [`<?xml version="1.0"?>\n<!DOCTYPE html><html/>`, 'line 2', '<!DOCTYPE is refused'],
  [feed('\n<!doctype x>'), 'line 3', '<!doctype is refused'],
  [feed(entry('<title><![CDATA[<!ENTITY a "b">]]></title>')), 'line 2', '<!ENTITY is refused'],
  [feed(entry('<title>a ]]></title>')), 'line 2', 'may not contain the CDATA section close'],
  [feed(entry('<title>A &nbsp; B</title>')), 'line 2', "Named entity isn't defined: &nbsp;"],
  [feed(entry('<title>A &#xD800; B</title>')), 'line 2', 'resolves to an invalid character'],
  [feed(entry('<title>A \ud800 B</title>')), 'line 2', 'Invalid character'],
  [feed(entry('<title>A')), 'line 2', 'Missing end tag for element title'],
  ['<?xml version="1.0"?>', 'line 1', 'not well-formed XML: Root element is missing'],
])('%s is refused', (text, where, message) => {
  const { records, problems } = readSource(text, { name: 'feed.xml' })
  expect(records).toEqual([])
  expect(problems).toEqual([{ where, message: expect.stringContaining(message), dropped: true }])
})

const BOMB = `<?xml version="1.0"?>\n<!DOCTYPE feed [<!ENTITY a "${'x'.repeat(20_000)}">]>\n<feed>${'&a;'.repeat(8000)}</feed>`
test.each([
  ['an entity of 20 kB, referred to 8,000 times', BOMB],
  ['the same behind 19 MB', feed(`${'x'.repeat(19_000_000)}<!entity`)],
  [
    'a parameter entity',
    `<?xml version="1.0"?><!DoCtYpE feed [<!ENTITY % a SYSTEM "http://example.org/a">%a;]><feed/>`,
  ],
])('%s is refused before it is parsed', (_, text) => {
  expect(read(text).problems).toEqual([
    {
      where: expect.stringMatching(/^line \d$/),
      message: expect.stringContaining('is refused'),
      dropped: true,
    },
  ])
})

test.each([
  ['15,000 elements', '<a>', '</a>'],
  ['15,000 elements with what looks like an end', '<a b="/>" c=\'>\'>', '</a>'],
  ['15,000 elements after ends in a comment', '<a><!-- </a></a> -->', '</a>'],
  ['15,000 elements after ends in CDATA', '<a><![CDATA[</a></a>]]>', '</a>'],
])('%s within each other are refused', (_, start, end) => {
  const { records, problems } = read(feed(start.repeat(15_000) + end.repeat(15_000)))
  expect(records).toEqual([])
  expect(problems).toEqual([{ where: 'line 2', message: 'nested deeper than 64 levels', dropped: true }])
})

test('a million elements more are refused, as many as a feed may have are read', () => {
  expect(read(feed('<a/>'.repeat(1_000_001))).problems).toHaveLength(1)
  const { records, problems } = read(feed(entry('<title>A</title>').repeat(20_000)))
  expect([records.length, problems.length]).toEqual([20_000, 0])
  expect(records.at(-1)?.where).toBe('line 20001')
})

test.each([
  ['line breaks', '\r'],
  ['references', '&amp;'],
  ['comments', '<!---->'],
  ['sections', '<![CDATA[]]>'],
  ['brackets', ']'],
  ['emoji', '😀'],
])('200,000 %s in a title are read', (_, sign) => {
  expect(read(feed(entry(`<title>A${sign.repeat(200_000)}</title>`))).records).toHaveLength(1)
})

test('entries stand at their lines whatever the line ends', () => {
  const unix = fixture('fields.xml')
  expect(read(unix.replaceAll('\n', '\r\n'))).toEqual(read(unix))
  expect(read(`\ufeff${unix.replaceAll('\n', '\r')}`)).toEqual(read(unix))
})

test('an error of the API is told with its message, and does not hide papers', () => {
  const error = '<entry><title>Error</title><summary>too many ids</summary></entry>'
  expect(read(feed(error)).problems.map(({ message }) => message)).toEqual([
    'the arXiv answers with an error: “too many ids”',
  ])
  const { records, problems } = read(feed(error + entry('<title>Error</title>')))
  expect([records.length, problems.length]).toEqual([1, 1])
})

const paging = (total: number, start: number, perPage: number): string =>
  Object.entries({ totalResults: total, startIndex: start, itemsPerPage: perPage })
    .map(([name, value]) => `<o:${name} xmlns:o="http://a9.com/-/spec/opensearch/1.1/">${value}</o:${name}>`)
    .join('')

test.each([
  [0, 0, 10, 0],
  [5, 5, 10, 0],
  [5, 0, 0, 0],
  [Number.NaN, 0, 10, 0],
  [5, 2, 10, 3],
  [500, 0, 10, 10],
])(
  'of %s results from %s, %s a page: %s are missing in a feed without entries',
  (total, start, perPage, missing) => {
    const { problems } = read(feed(paging(total, start, perPage)))
    expect(problems.map(({ message }) => message)).toEqual(
      missing === 0 ? [] : [expect.stringContaining(`announces papers (${missing}), but holds none`)],
    )
  },
)

test('a feed that is cut anywhere is refused, unless all is there', () => {
  const text = fixture('fields.xml')
  const whole = read(text)
  for (let end = 0; end < text.length; end++) {
    const reading = read(text.slice(0, end))
    if (!reading.problems.some(({ dropped }) => dropped)) expect(reading).toEqual(whole)
  }
})

test('the order of entries is all one', () => {
  const text = fixture('bad-entries.xml')
  const entries = text.match(/<entry\/>|<entry>[\s\S]*?<\/entry>/g) as string[]
  const papersAndProblems = (ordered: readonly string[]) => {
    const { records, problems } = read(feed(ordered.join('\n')))
    return [
      ...records.map(({ paper }) => JSON.stringify(paper)),
      ...problems.map(({ message }) => message),
    ].sort()
  }
  const inOrder = papersAndProblems(entries)
  expect(inOrder).toHaveLength(7)
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), shuffled => {
      expect(papersAndProblems(shuffled)).toEqual(inOrder)
    }),
  )
})

test('no text makes reading fail, and an entry of the feed is a record or a problem, whatever is in it [row 28]', () => {
  const scraps = fc.constantFrom(
    ...[
      '<',
      '>',
      '/>',
      '</',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&',
      '&amp;',
      '"',
      "'",
      ' a=',
      '\r\n',
    ],
    ...[
      '<entry>',
      '</entry>',
      '<title>',
      '</title>',
      '<id>',
      '</id>',
      'http://arxiv.org/abs/2512.00001',
      'x',
      '\0',
    ],
    ...[
      '<summary>',
      '</summary>',
      '<published>',
      '</published>',
      '2026-02-31',
      '<a xmlns="">',
      '</a>',
      '\ud83d',
    ],
  )
  const content = fc.array(scraps, { maxLength: 30 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(content, content.map(feed)), text => {
      read(text)
      expect(atom.detect(text, 'a.xml')).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 1000 },
  )
  // Only this is an entry for certain: elsewhere one may stand in a comment or within another element.
  fc.assert(
    fc.property(content, text => {
      const { records, problems } = read(feed(entry(text)))
      expect(records.length + problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})

test('an answer of a known day is a digest of that day, and each paper has its place among all results', () => {
  const text = feed(
    `<o:startIndex xmlns:o="http://a9.com/-/spec/opensearch/1.1/">200</o:startIndex>${[1, 2]
      .map(at => `<entry><id>http://arxiv.org/abs/2512.0000${at}v1</id><title>Paper ${at}</title></entry>`)
      .join('')}`,
  )
  const days = (context: SourceContext) =>
    atom.read(text, context).records.map(({ paper: { listedOn, positions } }) => ({ listedOn, positions }))
  expect(days({ name: 'answer.xml', day: '2025-12-20' })).toEqual([
    { listedOn: ['2025-12-20'], positions: { '2025-12-20': 201 } },
    { listedOn: ['2025-12-20'], positions: { '2025-12-20': 202 } },
  ])
  expect(days({ name: 'answer.xml' })).toEqual([
    { listedOn: [], positions: undefined },
    { listedOn: [], positions: undefined },
  ])
})

test('an answer with a place that is no whole number lists its papers from the first', () => {
  fc.assert(
    fc.property(fc.constantFrom('', '-5', '1.5', 'NaN', 'Infinity', '1e999', 'x', '1e300'), start => {
      const text = feed(
        `<o:startIndex xmlns:o="http://a9.com/-/spec/opensearch/1.1/">${start}</o:startIndex>${entry('<title>A</title>')}`,
      )
      const { records } = atom.read(text, { name: 'answer.xml', day: '2025-12-20' })
      expect(records.map(({ paper }) => paper.positions)).toEqual([{ '2025-12-20': 1 }])
    }),
  )
})
