import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { citationOf, citationsOf, citationsPart } from '#core/cite/citation.ts'
import { citedText } from '#core/cite/citedText.ts'
import { cslItem } from '#core/cite/csl.ts'
import { CITATION_FORMAT_NAMES, type CitationFormat } from '#core/cite/formats.ts'
import { familyFirst } from '#core/cite/names.ts'
import { byline } from '#core/papers/byline.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { readBibtex, readCsv, readMarkdown, readRis } from './readers.ts'

const COMPLETE = paperWith({
  id: '2501.00001',
  arxivId: '2501.00001',
  title: 'On 50% of $x_1$ & {braces}',
  authors: ['Ana María Pérez', 'Emile van Krieken', 'Hal Daumé III', 'GLM-4. 5 Team', 'Yang'],
  publishedAt: '2025-01-31',
  abstract: 'One line.\nAnother.',
  categories: ['cs.CL'],
  comments: 3,
})

test('BibTeX has the shape known from arXiv', () => {
  expect(citationOf(COMPLETE, 'bibtex')).toBe(`@misc{perez202550-2501.00001,
  title = {{On 50\\% of \\$x\\_1\\$ \\& {\\textbraceleft}braces{\\textbraceright}}},
  author = {Pérez, Ana María and van Krieken, Emile and Daumé, III, Hal and {GLM-4. 5 Team} and {Yang}},
  year = {2025},
  month = jan,
  day = {31},
  eprint = {2501.00001},
  archivePrefix = {arXiv},
  eprinttype = {arxiv},
  primaryClass = {cs.CL},
  doi = {10.48550/arXiv.2501.00001},
  url = {https://arxiv.org/abs/2501.00001}
}
`)
})

test('RIS has a line for each author', () => {
  expect(citationOf(COMPLETE, 'ris').split('\r\n')).toEqual([
    'TY  - UNPD',
    'ID  - perez202550-2501.00001',
    'TI  - On 50% of $x_1$ & {braces}',
    'AU  - Pérez, Ana María',
    'AU  - van Krieken, Emile',
    'AU  - Daumé, III, Hal',
    'AU  - GLM-4. 5 Team',
    'AU  - Yang',
    'PY  - 2025',
    'DA  - 2025/01/31',
    'PB  - arXiv',
    'DB  - arXiv',
    'AN  - arXiv:2501.00001',
    'M1  - arXiv:2501.00001',
    'DO  - 10.48550/arXiv.2501.00001',
    'UR  - https://arxiv.org/abs/2501.00001',
    'AB  - One line. Another.',
    'ER  - ',
    '',
  ])
})

test('CSL-JSON is a list of items', () => {
  expect(JSON.parse(citationOf(COMPLETE, 'csl'))).toEqual([
    {
      id: 'perez202550-2501.00001',
      type: 'article',
      title: 'On 50% of $x_1$ & {braces}',
      author: [
        { family: 'Pérez', given: 'Ana María' },
        { family: 'Krieken', given: 'Emile', 'non-dropping-particle': 'van' },
        { family: 'Daumé', given: 'Hal', suffix: 'III' },
        { literal: 'GLM-4. 5 Team' },
        { literal: 'Yang' },
      ],
      issued: { 'date-parts': [[2025, 1, 31]] },
      genre: 'preprint',
      publisher: 'arXiv',
      number: 'arXiv:2501.00001',
      DOI: '10.48550/arXiv.2501.00001',
      URL: 'https://arxiv.org/abs/2501.00001',
      abstract: 'One line. Another.',
    },
  ])
})

test('Markdown is a line with a link', () => {
  expect(citationOf(COMPLETE, 'markdown')).toBe(
    '[On 50% of \\$x\\_1\\$ \\& {braces}](<https://arxiv.org/abs/2501.00001>). Ana María Pérez, Emile van Krieken, Hal Daumé III, GLM-4. 5 Team, Yang. 2025-01-31. arXiv:2501.00001\n',
  )
})

test('CSV begins with the mark of UTF-8 and the names of the columns', () => {
  const text = citationOf(COMPLETE, 'csv')
  expect(text).toMatch(/^\ufeff"key","title","authors",[^\r]+\r\n"perez202550-2501\.00001",/)
  expect(readCsv(text)).toMatchObject([
    { title: 'On 50% of $x_1$ & {braces}', author_count: '5', published: '2025-01-31', comments: '3' },
  ])
})

test.each([
  [{ authorCount: 9 }, 'Incomplete record: without the names of its 9 authors and a date'],
  [{ authorCount: 1, publishedAt: '2025-01-31' }, 'Incomplete record: without the name of its author'],
  [
    { organization: { slug: 'lab', name: 'The Lab' }, publishedAt: '2025-01-31' },
    'Incomplete record: without authors (listed under The Lab)',
  ],
  [
    { authors: ['Bo Li'], publishedAt: '2025-01-31', publishedYearInferred: true as const },
    'Incomplete record: without a certain date (the year of 2025-01-31 is inferred)',
  ],
])('what %o lacks is named in every format, and not made up', (known, note) => {
  const paper = paperWith({ id: 'known', title: 'Known', ...known })
  const [entry] = readBibtex(citationOf(paper, 'bibtex'))
  expect(entry?.fields.note).toBe(note)
  expect(entry?.authors).toEqual('authors' in known ? ['Li, Bo'] : [])
  expect(entry?.fields.year).toBe(note.includes('date') ? undefined : '2025')
  expect(entry?.fields).not.toHaveProperty('eprint')
  expect(readRis(citationOf(paper, 'ris'))).toMatchObject([{ N1: note }])
  expect(JSON.parse(citationOf(paper, 'csl'))).toMatchObject([{ note }])
  expect(readCsv(citationOf(paper, 'csv'))).toMatchObject([{ note }])
  expect(citationOf(paper, 'markdown')).toContain(note)
})

test('of several categories none is taken for the primary one', () => {
  expect(citationOf({ ...COMPLETE, categories: ['cs.CL', 'cs.LG'] }, 'bibtex')).not.toContain('primaryClass')
})

let papers: CorpusPaper[]
beforeAll(async () => {
  const { hits } = await digestEngine().search({ q: '', page: 1, pageSize: 100 })
  papers = hits.map(({ paper }) => paper)
})

/** Papers as odd as sources give them. */
const ODD: Partial<CorpusPaper>[] = [
  { title: 'A {brace too few', authors: ['Peter St\\ütz', 'Hai "Helen" Li', 'and Lei Bai', 'Bo and Co'] },
  {
    title: 'Back\\slash, 100% of #1 @ $5, a_b, x^2, ~',
    authors: ['Wang, Jr, Li', 'O’Neil-Ünal X.', 'li yuan'],
  },
  { title: "</script><!-- ]]> \"quoted\" 'so' ``and so'' -- ?` | <b>bold</b>", authors: ['J. de la Rosa'] },
  { title: 'שלום عالم \u202eover\u202c', authors: ['深 度', 'محمد علي'] },
  { title: `=1+1 ${'long '.repeat(60)}`, authors: Array.from({ length: 664 }, (_, n) => `Ann${n} Bo`) },
]

test('BibTeX of every paper with authors reads the same by another parser', () => {
  const odd = ODD.map((known, at) => paperWith({ id: `odd-${at}`, publishedAt: '2025-03-01', ...known }))
  const cited = [...papers.filter(({ authors }) => authors), ...odd]
  expect(cited.length).toBe(16 + ODD.length)
  const entries = readBibtex(citationsOf(cited, 'bibtex'))
  expect(entries).toEqual(
    cited.map(paper => {
      const { id, title, author = [], DOI, URL } = cslItem(paper)
      const [year, month, day] = (paper.publishedAt as string).split('-').map(part => String(Number(part)))
      const arxiv = paper.arxivId && {
        eprint: paper.arxivId,
        archiveprefix: 'arXiv',
        eprinttype: 'arxiv',
        doi: DOI,
        url: URL,
      }
      const [category, ...more] = paper.categories
      return {
        key: id,
        fields: {
          title,
          year,
          month,
          day,
          ...arxiv,
          ...(category && more.length === 0 && { primaryclass: category }),
        },
        authors: author.map(name => familyFirst(name)),
      }
    }),
  )
})

const SIGNS = [...'\\{}%&#_$~^<>|"\'`-?!=+@,;:/*[]()abAB19 \n\t\r\0é深א\u200f\u202e😀']
const PIECES = [
  '</script>',
  ']]>',
  '<i>',
  '--',
  "''",
  'https://',
  'www.',
  ' and ',
  '\ud800',
  '  - ',
  'ER  - ',
]
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS, ...PIECES) }),
  fc.string({ unit: anyCharacter }),
)
const titled = text.filter(title => citedText(title) !== '').map(title => paperWith({ title }))

const TITLE_IN: Record<CitationFormat, (file: string) => unknown> = {
  bibtex: file => readBibtex(file)[0]?.fields.title,
  ris: file => readRis(file)[0]?.TI,
  csl: file => JSON.parse(file)[0].title,
  // Of the reference of a paper of which nothing else is known.
  apa: file => /^(.*?)\.? \(n\.d\.\)\. \[Incomplete record: [^\]]*\]\n$/s.exec(file)?.[1],
  markdown: file => readMarkdown(file)[0]?.title,
  csv: file => readCsv(file)[0]?.title,
}

test.each(CITATION_FORMAT_NAMES)('any title comes through %s as it was [row 40, 41]', format => {
  fc.assert(
    fc.property(titled, paper => {
      // A reference ends its title itself.
      const title = format === 'apa' ? citedText(paper.title).replace(/\.$/, '') : citedText(paper.title)
      expect(TITLE_IN[format](citationOf(paper, format))).toBe(title)
    }),
  )
})

test('a text that is on one line and turns no direction is cited as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), word => {
      const plain = word.replace(/\s|[\u202a-\u202e\u2066-\u2069]/g, '')
      expect(citedText(`a ${plain} b`.replace('  ', ' '))).toBe(`a ${plain} b`.replace('  ', ' '))
    }),
  )
})

test('in Markdown no title is more than text [row 1]', () => {
  fc.assert(
    fc.property(titled, paper => {
      const lines = readMarkdown(citationsOf([paper, COMPLETE], 'markdown'))
      expect(lines.map(({ href }) => href)).toEqual([null, 'https://arxiv.org/abs/2501.00001'])
      expect(lines.map(({ madeOf }) => madeOf)).toEqual([['text'], ['text']])
    }),
  )
})

test('no cell begins like a formula [row 40]', () => {
  fc.assert(
    fc.property(text, text, text, (title, author, abstract) => {
      const name = citedText(author)
      const file = citationOf(
        paperWith({ title, authors: [author], organization: { name: title }, abstract }),
        'csv',
      )
      for (const cell of file.matchAll(/(?<=^\ufeff?|[,\n])"((?:[^"]|"")*)"/g)) {
        expect(cell[1]).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/)
      }
      expect(readCsv(file)).toMatchObject([{ authors: name, abstract: citedText(abstract) }])
    }),
  )
})

test('names stay whole whatever their parts, in BibTeX too', () => {
  const name = fc
    .array(
      fc.constantFrom(
        'Ana',
        'van',
        'der',
        'Li',
        'III',
        'Jr.',
        'and',
        'Team',
        'St,',
        '{x',
        'Ünal',
        '"J"',
        'y%',
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(words => words.join(' '))
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), authors => {
      const paper = paperWith({ authors })
      const { author = [] } = cslItem(paper)
      const whole = author.map(part =>
        part.literal === undefined
          ? [part.given, part['non-dropping-particle'], part.family, part.suffix].filter(Boolean).join(' ')
          : part.literal,
      )
      expect(whole).toEqual(authors)
      expect(readBibtex(citationOf(paper, 'bibtex'))[0]?.authors).toEqual(
        author.map(part => familyFirst(part)),
      )
    }),
  )
})

test.each(CITATION_FORMAT_NAMES)('a %s file made in parts is the file made at once', format => {
  const size = 7
  const starts = papers.map((_, at) => at).filter(at => at % size === 0)
  const parts = starts.map(at => {
    const place = { first: at === 0, last: at + size >= papers.length }
    return citationsPart(papers.slice(at, at + size), format, place)
  })
  expect(parts.length).toBe(7)
  expect(parts.join('')).toBe(citationsOf(papers, format))
})

test('a list without papers is a file without entries', () => {
  expect(JSON.parse(citationsOf([], 'csl'))).toEqual([])
  expect(readCsv(citationsOf([], 'csv'))).toEqual([])
})

test.each([
  ['2024', '  year = {2024}', ['PY  - 2024'], '(2024).', [2024]],
  ['2024-07', '  year = {2024},\n  month = jul', ['PY  - 2024', 'DA  - 2024/07'], '(2024).', [2024, 7]],
] as const)('%s is cited as precise as it is known', (publishedAt, bibtex, ris, apa, parts) => {
  const paper = paperWith({ title: 'Tidal Caches', authors: ['Ada Example'], publishedAt })
  expect(citationOf(paper, 'bibtex')).toContain(`${bibtex}\n}`)
  const lines = citationOf(paper, 'ris').split('\r\n')
  expect(lines.filter(line => /^(?:PY|DA)/.test(line))).toEqual(ris)
  expect(citationOf(paper, 'apa')).toContain(apa)
  expect(cslItem(paper).issued).toEqual({ 'date-parts': [parts] })
  expect(citationOf(paper, 'markdown')).toContain(`. ${publishedAt}`)
  expect(cslItem(paper).note).toBeUndefined()
})

test.each([
  { authors: ['Ada Example', 'Bo Sample'], authorsEndInOthers: true as const },
  { authors: ['Ada Example', 'Bo Sample'], authorCount: 5 },
])('citations of %j say that there are other authors', known => {
  const paper = paperWith({ title: 'Tidal Caches', publishedAt: '2024', ...known })
  const note = 'Incomplete record: without some of its authors'
  expect(citationOf(paper, 'bibtex')).toContain('author = {Example, Ada and Sample, Bo and others}')
  expect(citationOf(paper, 'apa')).toBe(`Example, A., Sample, B., et al. (2024). Tidal Caches. [${note}]\n`)
  expect(citationOf(paper, 'markdown')).toBe(
    `*Tidal Caches*. Ada Example, Bo Sample et al. 2024. _${note}_\n`,
  )
  expect(citationOf(paper, 'ris')).toContain(`N1  - ${note}`)
  expect(byline(paper)).toBe('Ada Example, Bo Sample and others')
})
