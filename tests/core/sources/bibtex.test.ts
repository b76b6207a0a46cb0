import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex } from '#core/sources/bibtex.ts'
import { displayText } from '#core/tex/display.ts'

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
  expect(problems.filter(({ dropped }) => dropped).map(({ where }) => where)).toEqual(['line 2'])
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
  expect(read('@misc{k, title = {T}, note = b}').problems.map(({ message }) => message)).toContain(
    'no string of this name is defined above: “b”',
  )
})

test('strings made of strings cannot grow without end', () => {
  const bomb = Array.from({ length: 60 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`)
  const { records, problems } = read(
    `@string{s0 = "xx"}\n${bomb.join('\n')}\n@misc{k, title = {T}, note = s60}`,
  )
  expect(records).toHaveLength(1)
  expect(problems.map(({ message }) => message).join()).toContain('longer than 2000 characters')
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

/** What is said of a text beside that nothing is dated. */
const said = (text: string) =>
  read(text)
    .problems.filter(({ message }) => !message.includes('date of publication'))
    .map(({ where, message, dropped }) => `${where}: ${message}${dropped ? '' : ' (nothing is lost)'}`)
const paper = (fields: string) => read(`@misc{k, title = {T}, ${fields}}`).records[0]?.paper

test.each([
  ['doi = {10.48550/arXiv.2501.00001}', '2501.00001'],
  ['doi = {https://doi.org/10.48550/arXiv.2501.00001}', '2501.00001'],
  ['doi = {http://dx.doi.org/10.48550/arXiv.2501.00001}', '2501.00001'],
  ['doi = {x10.48550/arXiv.2501.00001}', undefined],
  ['eprint = {2501.00001}', '2501.00001'],
  ['eprint = {2501.00001}, archiveprefix = {arXiv}', '2501.00001'],
  ['eprint = {2501.00001}, eprinttype = {arXiv}', '2501.00001'],
  ['eprint = {2501.00001}, eprinttype = {pubmed}', undefined],
  ['eprint = {2501.00001}, archiveprefix = {notarxiv}', undefined],
  ['eprint = {2501.00001}, archiveprefix = {arxiv-like}', undefined],
  ['eprint = {arXiv:2501.00001}, eprinttype = {other}', '2501.00001'],
  ['eprint = {0309136}, archiveprefix = {arxiv}, primaryclass = {math.GT}', 'math/0309136'],
  ['eprint = {0309136}, primaryclass = { hep-th }', 'hep-th/0309136'],
  ['eprint = {0309136}, primaryclass = {a.XY.b}', undefined],
  ['url = {https://arxiv.org/abs/2501.00001}', '2501.00001'],
  ['journal = {arXiv preprint arXiv:2501.00001}', '2501.00001'],
  ['journaltitle = {arXiv:2501.00001}', '2501.00001'],
  ['howpublished = {arXiv: 2501.00001}', '2501.00001'],
  ['note = {see arXiv:2501.00001}', '2501.00001'],
  ['note = {see notarXiv:2501.00001}', undefined],
  ['volume = {abs/2501.00001}', '2501.00001'],
  ['volume = {xabs/2501.00001}', undefined],
])('%s: the arXiv id is %s', (fields, id) => {
  expect(paper(fields)?.arxivId).toBe(id)
})

test.each([
  ['date = {2024-01-05}', '2024-01-05'],
  ['year = {2024}, month = jan, day = 5', '2024-01-05'],
  ['year = 2024, month = { 12. }, day = { 31 }', '2024-12-31'],
  ['year = {2024}, month = {jan 5}', '2024-01-05'],
  ['year = {2024}, month = {January~~15}', '2024-01-15'],
  ['year = {2024}, month = {jan 15 or 16}', '2024-01-15'],
  ['year = {2024}, month = {21--27 Jul}', '2024-07-21'],
  ['year = {2024}, month = oct # " 1"', '2024-10-01'],
  ['year = {{2018}}, month = {{OCT 1}}', '2018-10-01'],
  ['year = {{2018}}, month = {{OCT-DEC}}', '2018-10'],
  ['year = {2024}, month = {x jan 15}', '2024'],
  ['year = {2024}, month = {Spring}', '2024'],
  ['year = {2024}, month = jan', '2024-01'],
  ['year = {2024}, month = {Sept.}', '2024-09'],
  ['year = {2024}', '2024'],
  ['year = {2024a}', '2024'],
  ['year = {to appear}', undefined],
  ['month = jul', undefined],
  ['date = {2024}', '2024'],
  ['date = {2024-07}', '2024-07'],
  ['date = {2024-07-12/2024-07-15}', '2024-07-12'],
  ['date = {2023/2024}', '2023'],
  ['date = {2024-07-12T23:30:00-05:00}', '2024-07-12'],
  ['date = {2024-07-12T00:30:00+08:00}', '2024-07-12'],
  ['date = {2024~}', '2024'],
  ['date = {2024-21}', '2024'],
  ['date = {2024-XX}', '2024'],
  ['date = {12 July 2024}', '2024-07-12'],
  ['date = {July 12, 2024}', '2024-07-12'],
  ['date = {2024/07/12}', '2024-07-12'],
])('%s is the date %s', (fields, date) => {
  expect(paper(fields)?.publishedAt).toBe(date)
  expect(said(`@misc{k, title = {T}, ${fields}}`)).toEqual([])
})

test.each([
  ['url = {https://example.org/a}', [], []],
  ['url = {https://example.org/a b}', [], []],
  ['url = {see https://example.org/a}', [], []],
  ['url = {s3+x.y-z://a}', [], []],
  ['note = {Project page: https://example.org/a}', [], ['https://example.org/a']],
  [
    'url = {https://example.org/a}, abstract = {Our project website is at https://example.org/a.}',
    [],
    ['https://example.org/a'],
  ],
  ['note = {A project of ours: https://example.org/a}', [], []],
  ['howpublished = {https://github.com/a/b}', ['https://github.com/a/b'], []],
  ['url = {https://github.com/a/b}', ['https://github.com/a/b'], []],
  ['note = {Code: https://github.com/a/b, and more}', ['https://github.com/a/b'], []],
  [
    'abstract = {See https://github.com/a/b}, note = {https://github.com/c/d}',
    ['https://github.com/a/b', 'https://github.com/c/d'],
    [],
  ],
])('%s: code %j, project %j', (fields, code, project) => {
  expect([paper(fields)?.codeUrls.toSorted(), paper(fields)?.projectUrls]).toEqual([code, project])
})

const P = 'https://example.org/p'
test.each([
  ['article', `url = {${P}}`, [P], []],
  ['inproceedings', `ee = {${P}}`, [P], []],
  ['misc', `howpublished = {\\url{${P}}}`, [P], []],
  ['online', `url = {${P}}`, [P], []],
  ['misc', 'url = {https://arxiv.org/abs/2501.00001}', [], []],
  ['misc', 'url = {https://dblp.org/rec/x}', [], []],
  [
    'article',
    'doi = {10.1145/0000001.0000002}, url = {https://doi.org/10.1145/0000001.0000002}',
    [],
    ['10.1145/0000001.0000002'],
  ],
  ['article', 'doi = {https://doi.org/10.1145/ABC\\_1}', [], ['10.1145/abc_1']],
  ['article', 'url = {http://dx.doi.org/10.1145/1}', [], ['10.1145/1']],
  ['article', 'note = {In press, doi: 10.1145/2}', [], ['10.1145/2']],
  ['article', 'doi = {10.48550/arXiv.2501.00001}', [], []],
])('@%s with %s: the paper’s own pages %j, its DOIs %j', (type, fields, paperUrls, dois) => {
  const { records, problems } = read(`@${type}{k, title = {T}, year = 2024, ${fields}}`)
  expect(records[0]?.paper).toMatchObject({ paperUrls, dois, projectUrls: [] })
  expect(problems).toEqual([])
})

test.each([
  ['article', '', 'article'],
  ['article', 'journal = {arXiv preprint arXiv:2501.00001}', 'preprint'],
  ['article', 'journal = {CoRR}, volume = {abs/2501.00001}', 'preprint'],
  ['article', 'journal = {Tides}, eprint = {2501.00001}', 'article'],
  ['inproceedings', '', 'conference'],
  ['incollection', '', 'chapter'],
  ['phdthesis', '', 'thesis'],
  ['techreport', 'eprint = {2501.00001}', 'report'],
  ['misc', 'eprint = {2501.00001}', 'preprint'],
  ['misc', '', undefined],
  ['online', '', 'web'],
  ['software', '', 'software'],
])('@%s{%s} is of the kind %s', (type, fields, kind) => {
  expect(read(`@${type}{k, title = {T}, ${fields}}`).records[0]?.paper.kind).toBe(kind)
})

test('a paper has the date of the volume that it names, and what biblatex shares', () => {
  const text = `@inproceedings{a, title = {A}, crossref = {V}}
@inproceedings{b, title = {B}, year = 2020, crossref = {v}}
@inproceedings{c, title = {C}, xdata = {x, none}}
@inproceedings{d, title = {D}, crossref = {none}}
@proceedings{v, title = {The Volume}, year = 2024, month = jul, doi = {10.1145/9}}
@xdata{x, author = {Example, Ada}, date = {2023-05}}`
  expect(
    read(text).records.map(({ paper }) => [paper.title, paper.publishedAt, paper.authors, paper.dois]),
  ).toEqual([
    ['A', '2024-07', undefined, []],
    ['B', '2020', undefined, []],
    ['C', '2023-05', ['Ada Example'], []],
    ['D', undefined, undefined, []],
  ])
})

test('a field that nobody reads may stand twice', () => {
  expect(said('@misc{k, title = {T}, author-email = {a}, Author-Email = {b}}')).toEqual([])
  expect(said('@misc{k, title = {T}, note = {a}, note = {b}}')).toHaveLength(1)
})

test('that a list of authors was cut short is said once', () => {
  const text =
    '@misc{a, title = {A}, author = {X and others}}\n@misc{b, title = {B}, author = {Y and {Others}}}'
  expect(said(text)).toEqual([
    'line 1: 2 entries from here on end their authors with “others”: who they are stays unknown (nothing is lost)',
  ])
})

test('empty fields are none', () => {
  expect(paper('note = {}, url = {}, abstract = {}, primaryclass = { }, keywords = {}')).toEqual(paper(''))
  expect(paper('primaryclass = { cs.CL }')?.categories).toEqual(['cs.CL'])
  expect(paper('primaryclass = {cs, stat}')?.categories).toEqual(['cs', 'stat'])
  expect(paper('eprintclass = {cs.CL}')?.categories).toEqual(['cs.CL'])
})

test.each([
  [
    '@string{a = "{x} \\\\"}\n@misc{k, title = {T}, note = a}',
    [
      'line 1: string left out: “a” has brackets without their other half',
      'line 2: no string of this name is defined above: “a”',
    ],
  ],
  [
    '@string{a = "}{"}',
    ['line 1: entry left out: @string has a bracket or quotation mark that is never closed'],
  ],
  ['@string{}\n@string{ }', []],
  ['@misc{}', ['line 1: entry left out: @misc has no title']],
  ['@misc{k, }', ['line 1: entry left out: “k” has no title']],
  [
    '@misc{k, title = {T}, a = b # c # d # e # f # g # b, b = c}',
    ['line 1: no string of this name is defined above: “b”, “c”, “d”, “e”, “f”'],
  ],
  [
    '@misc{k, title = {T}, title = {U}, note = }',
    [
      'line 1: the field “title” stands twice: the last is kept',
      'line 1: entry left out: no BibTeX from here on',
    ],
  ],
  ['@misc{k,\n  title = {T},\n  year 2024\n}', ['line 3: entry left out: no BibTeX from “2024” on']],
  [
    `@misc{k,\n${'\n'.repeat(10)} title = {T}, month = 1 234\n}`,
    ['line 12: entry left out: no BibTeX from “234” on'],
  ],
  [
    '@misc{k, title = {T}, year = {2024}, month = {3}, day = {32}}',
    ['line 1: part of the date left out: there is no “2024 3 32”'],
  ],
  ['@misc{k, title = {T}, day = {32}}', ['line 1: part of the date left out: there is no “32”']],
  [
    '@misc{k, title = {T}, url = {javascript:alert(1)}}',
    ['line 1: left out: “javascript:alert(1)” is not an http or https address'],
  ],
  [
    '@proceedings{, title = {P}}\n@misc{, title = {T}}\n@misc{, title = {U}}',
    ['line 1: @proceedings is no paper, but @proceedings (nothing is lost)'],
  ],
  ['@Proceedings{p, title = {P}}', ['line 1: “p” is no paper, but @proceedings (nothing is lost)']],
  ['@string{a = {x}}\n@string{a = {y}}\n@misc{k, title = a}', []],
  [
    '@misc{a, title = {T}}\n@misc{a, title = {U}}',
    ['line 2: the key “a” is in line 1 as well: both entries are read (nothing is lost)'],
  ],
])('of %j it is said: %j', (text, problems) => {
  expect(said(text)).toEqual(problems)
})

test('that nothing is dated is said once, with how many there are of it', () => {
  const undated = (text: string) => read(text).problems.map(({ times, ...problem }) => [problem, times])
  const problem = (message: string) => ({ where: 'line 1', message, dropped: false })
  expect(undated('@misc{a, title = {T}}')).toEqual([
    [problem('this entry names no date of publication: it stays unknown'), undefined],
  ])
  expect(undated('@misc{a, title = {T}}\n@misc{b, title = {U}}')).toEqual([
    [problem('2 entries from here on name no date of publication: it stays unknown'), 2],
  ])
})

test('white space in strings is as in values, and lines may end in any way', () => {
  expect(titles('@string{two = {A  \n B}}\n@misc{k, title = two # { C}}')).toEqual(['A B C'])
  const { records, problems } = read('\ufeff@misc{k,\r title = {T},\r\n note = b}')
  expect(records.map(({ where }) => where)).toEqual(['line 1'])
  expect(problems.map(({ where }) => where)).toEqual(['line 1', 'line 1'])
  expect(read('\r@misc{k,\r\n title = {T}}\r@misc{k}').problems.map(({ where }) => where)).toContain('line 4')
})

test('a string may be 2,000 characters long, and no longer', () => {
  const lengths = (length: number) => said(`@string{a = {${'x'.repeat(length)}}}`)
  expect(lengths(2_000)).toEqual([])
  expect(lengths(2_001)).toEqual(['line 1: string left out: “a” is longer than 2000 characters'])
})

test('a list of authors that ends in others stays one', () => {
  const { records } = bibtex.read('@misc{a, title = {A}, author = {Ada Example and others}}', {
    name: 'a.bib',
  })
  expect(records[0]?.paper).toMatchObject({ authors: ['Ada Example'], authorsEndInOthers: true })
  expect(records[0]?.paper.sources[0]?.gave).toEqual(['authors', 'title'])
})

test('tags of HTML that an export escaped are no text', () => {
  const abstract =
    '{\\textless}p{\\textgreater}A {\\textless}i{\\textgreater}tide{\\textless}/i{\\textgreater}, <b>x</b> {\\textless} y'
  const { records } = bibtex.read(`@misc{a, title = {A}, abstract = {${abstract}}}`, {
    name: 'a.bib',
  })
  expect(displayText(records[0]?.paper.abstract ?? '')).toBe('A tide, x < y')
})
