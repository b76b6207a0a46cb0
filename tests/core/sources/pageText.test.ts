import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperRecord } from '#core/papers/paper.ts'
import { pageText } from '#core/sources/pageText.ts'

const name = 'daily-papers-2025-12-11.txt'
const text = readFileSync(new URL(`../../../data/sources/${name}`, import.meta.url), 'utf8')
const digest = pageText.read(text, { name, day: '2025-12-11' })
const papers = digest.records.map(({ paper }) => paper)

test('the digest of 2025-12-11 has 46 papers, each with an abstract, and nothing is left over', () => {
  expect(papers).toHaveLength(46)
  expect(papers.filter(({ abstract }) => abstract !== undefined)).toHaveLength(46)
  expect(new Set(papers.map(({ title }) => title)).size).toBe(46)
  expect(digest.problems).toEqual([])
})

test('13 of its papers have comments, 39 in all; 4 have no byline, so that nothing is known of theirs', () => {
  expect(papers.filter(({ comments }) => comments !== undefined && comments > 0)).toHaveLength(13)
  expect(papers.reduce((sum, { comments }) => sum + (comments ?? 0), 0)).toBe(39)
  const without = papers.filter(({ comments }) => comments === undefined)
  expect(without.map(({ title }) => title.split(':')[0])).toEqual([
    'ProPhy',
    'ARES',
    'iFlyBot-VLA Technical Report',
    'Mitigating Attention Sinks and Massive Activations in Audio-Visual Speech Recognition with LLMS',
  ])
  for (const paper of without) {
    expect(paper).not.toHaveProperty('publishedAt')
    expect(paper).not.toHaveProperty('authorCount')
  }
})

test('42 of its papers are dated, from 2022-03-01 to 2025-10-28', () => {
  const days = papers.flatMap(({ publishedAt }) => publishedAt ?? []).sort()
  expect([days.length, days[0], days.at(-1)]).toEqual([42, '2022-03-01', '2025-10-28'])
  expect(papers.find(({ title }) => title.startsWith('Mixture-of-Recursions'))?.publishedAt).toBe(
    '2025-07-14',
  )
})

test('41 of its papers have a count of authors, one has an organisation instead', () => {
  expect(papers.filter(({ authorCount }) => authorCount !== undefined)).toHaveLength(41)
  const organised = papers.filter(({ organization }) => organization !== undefined)
  expect(organised.map(({ organization, authorCount }) => ({ organization, authorCount }))).toEqual([
    { organization: { slug: 'inclusionAI', name: 'inclusionAI' }, authorCount: undefined },
  ])
})

test('6 of its abstracts link to code', () => {
  expect(papers.flatMap(({ codeUrls }) => codeUrls).sort()).toEqual([
    'https://github.com/NicerWang/Joint-GCG',
    'https://github.com/Vance0124/Token-level-Direct-Preference-Optimization',
    'https://github.com/anyasims/stochastok',
    'https://github.com/mubtasimahasan/FuseCodec',
    'https://github.com/starriver030515/HAPO',
    'https://github.com/zz-haooo/STEER',
  ])
})

test('every paper of the digest is listed on its day, and comments are of that day', () => {
  for (const { listedOn, comments, commentsOn } of papers) {
    expect(listedOn).toEqual(['2025-12-11'])
    expect(commentsOn).toBe(comments === undefined ? undefined : '2025-12-11')
  }
})

test('without the capture day the same years are inferred', () => {
  const undated = pageText.read(text, { name: 'digest.txt' })
  expect(undated.records.map(({ paper }) => paper.publishedAt)).toEqual(
    papers.map(paper => paper.publishedAt),
  )
  expect(undated.problems.map(({ dropped }) => dropped)).toEqual([false])
})

test.each<[string, (page: string) => string]>([
  ['Windows line ends', page => page.replaceAll('\n', '\r\n')],
  ['blanks at the ends of lines', page => page.replaceAll('\n', ' \t\n')],
  ['blank lines that hold a space', page => page.replaceAll('\n\n', '\n\u00a0\n')],
  ['every line indented', page => page.replaceAll(/^/gm, '\t')],
  ['blank lines doubled', page => page.replaceAll('\n\n', '\n\n\n\n')],
  ['every line a paragraph', page => page.replaceAll('\n', '\n\n')],
  ['no blank lines', page => page.replaceAll(/\n{2,}/g, '\n')],
  ['each byline on one line', page => page.replaceAll('\n·\n', ' · ')],
  ['lines broken after 80 characters', page => page.replaceAll(/(.{80}\S*) /g, '$1\n')],
  ['a foot', page => `${page}\n\nView all activity\n\nCompany\n\n© Hugging Face\n`],
])('with %s the digest has the same papers', (_, changed) => {
  const { records, problems } = pageText.read(changed(text), { name, day: '2025-12-11' })
  expect(records.map(({ paper }) => paper)).toEqual(papers)
  expect(problems).toEqual([])
})

test('cut off at any place the digest gives its papers up to the cut, and says what is missing in the last [row 21]', () => {
  fc.assert(
    fc.property(fc.nat(text.length), end => {
      const { records, problems } = pageText.read(text.slice(0, end), { name, day: '2025-12-11' })
      // The last title may be cut, or be the beginning of an abstract that is too short to be known as one.
      const whole = records.slice(0, -2).map(({ paper }) => paper)
      expect(whole).toEqual(papers.slice(0, whole.length))
      const withoutAbstract = records.filter(({ paper }) => paper.abstract === undefined)
      expect(withoutAbstract.length).toBeLessThanOrEqual(problems.length)
    }),
  )
})

test('each paper has its place on the page, from 1, where the day is known', () => {
  expect(papers.map(({ positions }) => positions)).toEqual(
    papers.map((_, index) => ({ '2025-12-11': index + 1 })),
  )
  const undated = pageText.read(text, { name: 'page.txt' }).records.map(({ paper }) => paper)
  expect(undated.filter(({ positions }) => positions !== undefined)).toEqual([])
})

const fixture = (rendering: string) => {
  const file = `rendering-${rendering}-2025-12-11.txt`
  const page = readFileSync(new URL(`../../fixtures/page-text/${file}`, import.meta.url), 'utf8')
  return pageText.read(page, { name, day: '2025-12-11' }).records.map(({ paper }) => paper)
}

test.each(['markdown', 'footnotes', 'own-lines'])(
  'a page written as %s gives the papers of its plain text, and their arXiv ids',
  rendering => {
    const [plain, rendered] = [fixture('plain'), fixture(rendering)]
    expect(rendered.map(({ arxivId }) => arxivId)).toEqual([
      '2512.00001',
      '2402.00002',
      '2512.00003',
      '2512.00004',
    ])
    expect(rendered.map(({ arxivId, sources, ...paper }) => paper)).toEqual(
      plain.map(({ sources, ...paper }) => paper),
    )
  },
)

const SITE = 'https://papers.example'
const NAVIGATION = `Subscribe\n\nDaily Papers\n\nDec 11\n\n`
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dateOf = ({ publishedAt = '' }: PaperRecord) => {
  const [year, month, day] = publishedAt.split('-').map(Number) as [number, number, number]
  return `${MONTHS[month - 1]} ${day}${year === 2025 ? '' : `, ${year}`}`
}
const whoOf = ({ organization, authorCount }: PaperRecord) => organization?.name ?? `${authorCount} authors`

/** The digest as other programs write it: `link` makes the text of each link. */
const rendered = (link: (text: string, url: string) => string, heading = ''): string =>
  NAVIGATION +
  papers
    .map((paper, index) => {
      const url = `${SITE}/papers/2512.${10_000 + index}`
      const place = paper.organization ? `${SITE}/${paper.organization.slug}` : url
      const blocks = [heading + link(paper.title, url), link(paper.abstract ?? '', url)]
      if (paper.publishedAt === undefined) return blocks.join('\n\n')
      blocks.push(link(whoOf(paper), place), '·', dateOf(paper))
      return blocks.join('\n\n') + (paper.comments ? link(`${paper.comments}`, `${url}#community`) : '')
    })
    .join('\n\n')

const numbered = (): string => {
  const urls: string[] = []
  const page = rendered((text, url) => `[${urls.push(url)}]${text}`)
  return `${page}\n\nReferences\n\n${urls.map((url, index) => `  ${index + 1}. ${url}`).join('\n')}\n`
}

test.each([
  ['as Markdown', rendered((text, url) => `[${text}](${url})`, '### ')],
  ['with numbered links', numbered()],
  ['with addresses on lines of their own', rendered((text, url) => `\n${text}\n<${url}>`)],
])('written %s the digest has the same papers, and their arXiv ids', (_, page) => {
  const read = pageText.read(page, { name, day: '2025-12-11' })
  expect(read.records.map(({ paper: { sources, ...paper } }) => paper)).toEqual(
    papers.map(({ sources, ...paper }, index) => ({ ...paper, arxivId: `2512.${10_000 + index}` })),
  )
  expect(read.problems).toEqual([])
  expect(pageText.detect(page, 'page.md')).toBe(0.9)
})

test('numbers in brackets and addresses that are not of the site stay in the text', () => {
  const abstract = `${'As others have shown [12], texts hold numbers. '.repeat(6)}See`
  const page = [
    `[1]A Title\n\n[2]${abstract}\n https://github.com/lab/numbers\n\n[3]3 authors\n·\nOct 11\n\nReferences:\n`,
    ...[1, 2, 3].map(number => `[${number}] ${SITE}/papers/2512.00001`),
  ].join('\n')
  const [record] = pageText.read(page, { name, day: '2025-12-11' }).records
  expect(record?.paper).toMatchObject({
    arxivId: '2512.00001',
    abstract: `${abstract} https://github.com/lab/numbers`,
    codeUrls: ['https://github.com/lab/numbers'],
  })
})

const scraps = fc.constantFrom(
  ...[
    '•',
    '·',
    '\n',
    '\n\n',
    '\r\n',
    '  • 3 authors',
    'Oct 11',
    'Feb 31',
    'Dec 25, 2024 3',
    'inclusionAI inclusionAI',
    '9 authors · Oct 11 3',
    '1.2k',
    'See https://example.org.',
  ],
  ...[
    '-',
    '12',
    'A Title',
    'Daily Papers',
    'Dec 11',
    '0 authors',
    '\u200c',
    '.',
    'Long words in a row. '.repeat(20),
    '### [A Title',
    '](https://papers.example/papers/2512.00001)',
    '[1]',
    '1. https://papers.example/papers/2512.00001',
    '<https://papers.example/papers/2512.00001>',
  ],
)

test('any text is read without an error, and every record and problem of it has a line [row 31]', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(scraps).map(parts => parts.join('\n')),
      ),
      scrap => {
        const lines = scrap.split(/\r\n|\r|\n/).length
        const { records, problems } = pageText.read(scrap, { name: 'any.txt' })
        expect(records.length + problems.length).toBeGreaterThan(0)
        for (const { where } of [...records, ...problems.filter(problem => problem.where !== '')]) {
          expect(where).toMatch(/^line \d+$/)
          expect(Number(where.slice(5))).toBeLessThanOrEqual(lines)
        }
      },
    ),
  )
})

test('a rounded number of comments is not known, and reported', () => {
  const page = 'A Title\n\n3 authors\n·\nOct 11\n\n1.2k'
  const { records, problems } = pageText.read(page, { name: 'any.txt' })
  expect(records.map(({ paper }) => paper.comments)).toEqual([undefined])
  expect(problems.map(({ where, message }) => `${where}: ${message}`)).toContain(
    'line 7: a number of comments that is not rounded expected, found “1.2k”',
  )
})

const HOSTILE = 200_000
test.each([
  ['bullets', '•'.repeat(HOSTILE)],
  ['bullets and spaces', '• '.repeat(HOSTILE / 2)],
  ['spaces', ' '.repeat(HOSTILE)],
  ['dots', '·\n'.repeat(HOSTILE / 2)],
  ['dots apart', '·\n\n'.repeat(HOSTILE / 3)],
  ['authors', '3 authors\n'.repeat(HOSTILE / 10)],
  ['digits', '1'.repeat(HOSTILE)],
  ['full stops', '.'.repeat(HOSTILE)],
  ['one-letter paragraphs', 'a\n\n'.repeat(HOSTILE / 3)],
  ['links without an end', 'https://github.com/'.repeat(HOSTILE / 19)],
  ['a repository of full stops', `https://github.com/a/${'.'.repeat(HOSTILE)}x`],
  ['backslashes', '\\'.repeat(HOSTILE)],
  ['brackets', '['.repeat(HOSTILE)],
  ['headings', '# ['.repeat(HOSTILE / 3)],
  ['dots in a line', 'a·'.repeat(HOSTILE / 2)],
  ['votes', '7\n\n'.repeat(HOSTILE / 3)],
  ['titles right above abstracts', `A\n${'Long words. '.repeat(15)}\n`.repeat(HOSTILE / 180)],
  ['paragraphs of one abstract', `${'Long words. '.repeat(15)}\n\n`.repeat(HOSTILE / 180)],
  ['link ends', '](https://'.repeat(HOSTILE / 10)],
  ['links', '[a](https://a/papers/2512.00001)'.repeat(HOSTILE / 32)],
  ['images', '![]('.repeat(HOSTILE / 4)],
  ['heading links', '# [a](https://a/papers/2512.00001)\n'.repeat(HOSTILE / 35)],
  ['link numbers', '[1]'.repeat(HOSTILE / 3)],
  ['addresses', '1. https://a/papers/2512.00001\n'.repeat(HOSTILE / 31)],
  [
    'blank lines before addresses',
    `${'\n'.repeat(HOSTILE / 2)}${'https://a/papers/2512.00001\n'.repeat(3000)}`,
  ],
  ['slugs', 'a-'.repeat(HOSTILE / 2)],
])('200 kB of %s are read', (_, hostile) => {
  expect(pageText.detect(hostile, 'a.txt')).toBeGreaterThanOrEqual(0)
  const linked = `### [Title](https://a/papers/2512.00001)\n\n[${hostile}](https://a)\n\n3 authors\n·\nOct 11\n`
  expect(pageText.read(linked, { name: 'a.txt', day: '2025-12-11' }).records.length).toBeGreaterThan(0)
  const wrapped = `Title\n\n${hostile}\n\n  • 3 authors\n·\nOct 11\n`
  expect(pageText.read(wrapped, { name: 'a.txt', day: '2025-12-11' }).records.length).toBeGreaterThan(0)
})

test('a text of a million lines may be a page, one of more lines is refused, however its lines end', () => {
  expect(pageText.detect('\r\n'.repeat(999_999), name)).toBe(0.3)
  for (const text of ['\n'.repeat(1_000_000), '\r'.repeat(1_000_000), 'x\r\n'.repeat(1_000_000)]) {
    expect(pageText.detect(text, name)).toBe(0.1)
    expect(pageText.read(text, { name })).toEqual({
      records: [],
      problems: [
        { where: '', message: 'has more than 1000000 lines, as no page of papers has', dropped: true },
      ],
    })
  }
})

test.each([
  ['A Title\n\n3 authors\n·\nOct 11\n', 'a', 0.9],
  ['Daily Papers', 'a', 0.6],
  ['Subscribe\n\n  Daily Papers\t\n\nA Title', 'a', 0.6],
  ['# Daily Papers\n', 'a', 0.6],
  ['Daily Papers of the week\n', 'a', 0],
  ['A Title', 'a', 0],
  ['A Title', 'daily-papers.txt', 0.3],
  ['A Title', 'my-Daily-Papers-2025-12-11.TXT', 0.3],
  ['A Title', 'daily-papers.txt.html', 0],
  ['A Title', 'daily-papers-txt', 0],
])('%j under the name %s is a page with sureness %s', (text, name, score) => {
  expect(pageText.detect(text, name)).toBe(score)
})

test.each([
  ['', { where: '', message: 'no paper was found in it', dropped: true }],
  ['Daily Papers\n', { where: '', message: 'no paper was found in it', dropped: true }],
  ['A Title', { where: '', message: 'no paper was found in it', dropped: true }],
  [
    '\n3 authors\n·\nOct 11',
    { where: 'line 2', message: 'a byline that belongs to no paper', dropped: true },
  ],
])('of %j without a paper it is said why', (text, problem) => {
  expect(pageText.read(text, { name })).toEqual({ records: [], problems: [problem] })
})
