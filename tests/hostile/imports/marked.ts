import { atomEntry, bib, type Family, feed, type HostileImport, numbered, places } from './import.ts'

const REFUSED = /<!(?:DOCTYPE|ENTITY) is refused|is the HTML of a web page/i
const NOT_XML = /not well-formed XML|in no format known here/

const doctype = (declarations: string, title = '&a;', before = ''): string =>
  `${before}<!DOCTYPE feed [${declarations}]>\n${feed(atomEntry(title))}`
const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

/** Bombs of entities, and entities that fetch something. */
const declared: Family = () =>
  numbered(
    'doctype',
    'xml',
    [
      doctype(`<!ENTITY l0 "ha">${laughs}`, '&l30;'),
      // Quadratic: one long entity, named often. Chromium took 5 s for 45 kB of it.
      doctype(`<!ENTITY a "${'x'.repeat(20_000)}">`, '&a;'.repeat(8_000)),
      doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
      doctype('<!ENTITY a SYSTEM "http://127.0.0.1:9/a">'),
      doctype('<!ENTITY a PUBLIC "-//A//B" "https://evil.example/a">'),
      doctype('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;'),
      doctype('<!ENTITY % a "<!ENTITY b \'c\'>"> %a;', '&b;'),
      doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">'),
      // fast-xml-parser, GHSA-6w63-h3fj-q4vw: a name that is a regular expression.
      doctype('<!ENTITY (a+)+$ "b">', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'),
      // fast-xml-parser, CVE-2026-26278: many references to one entity.
      doctype(`<!ENTITY a "${'b'.repeat(1_000)}">`, '&a;'.repeat(100_000)),
      // fast-xml-parser, CVE-2026-73569: each declaration of a type set its limits anew.
      `<!DOCTYPE feed [<!ENTITY a "${'b'.repeat(1_000)}">]>\n`.repeat(500) +
        feed(atomEntry('&a;'.repeat(1_000))),
      doctype('', 'A', '<!-- before it -->\n'),
      doctype('', 'A').toLowerCase().replace('http://www.w3.org/2005/atom', 'http://www.w3.org/2005/Atom'),
      feed(atomEntry('<![CDATA[<!ENTITY a "b">]]>')),
      Buffer.from(`\ufeff${doctype('<!ENTITY a "b">')}`, 'utf16le'),
      feed('<!DOCTYPE feed>', atomEntry('A')),
    ],
    { row: 27, papers: 0, says: REFUSED },
  )

const malformed: Family = random => {
  const whole = feed(atomEntry('One'), atomEntry('Two'), atomEntry('Three'))
  const cuts = places(random, whole.length - 60, 15).map(at => whole.slice(0, at + 60))
  return [
    // Whole entries before the cut are read.
    ...cuts.map(
      (content, at): HostileImport => ({
        name: `cut-${at + 1}.xml`,
        content,
        row: 21,
        papers: content.split('</entry>').length - 1,
        says: NOT_XML,
      }),
    ),
    ...numbered(
      'malformed',
      'xml',
      [
        feed(atomEntry('&a;')),
        feed(atomEntry('&#0;')),
        feed(atomEntry('&#x110000;')),
        // fast-xml-parser, GHSA-8gc5-j5rx-235r: numbers of characters that go beyond all there are.
        feed(atomEntry(`&#${'9'.repeat(1_000)};`)),
        feed(atomEntry('a & b')),
        feed(atomEntry('a < b')),
        feed(atomEntry(']]>')),
        feed('<entry id="a" id="b"/>'),
        feed('<entry id=a/>'),
        feed('<!-- a -- b -->'),
        feed('<?xml version="1.0"?>'),
        `${feed(atomEntry('A'))}<feed/>`,
        `${feed(atomEntry('A'))} more`,
        feed(atomEntry('A\u0001')),
        feed('<a></b>'),
        feed('<:a:b:/>', '</c>'),
      ],
      { row: 28, papers: 0, says: NOT_XML },
    ),
    ...numbered(
      'deep',
      'xml',
      [65, 1_000, 5_000, 15_000, 100_000].map(levels => feed('<a>'.repeat(levels) + '</a>'.repeat(levels))),
      { row: 29, papers: 0, says: /nested deeper than 64 levels/ },
    ),
    {
      name: 'many-elements.xml',
      content: feed('<a/>'.repeat(1_000_001)),
      row: 29,
      papers: 0,
      says: /more than 1000000 elements/,
    },
  ]
}

/** Feeds that are well-formed, with entries that are not what they should be. */
const entries: Family = () => [
  {
    name: 'no-title.xml',
    content: feed('<entry><id>http://arxiv.org/abs/2512.00001</id></entry>', atomEntry('Good')),
    row: 28,
    papers: 1,
    says: /./,
  },
  {
    name: 'no-namespace.xml',
    content: feed(atomEntry('A')).replace(/ xmlns="[^"]*"/, ''),
    row: 28,
    papers: 0,
    says: /./,
  },
  {
    name: 'other-namespace.xml',
    content: feed(atomEntry('A')).replace('2005/Atom', '2005/atom'),
    row: 28,
    papers: 0,
    says: /./,
  },
  {
    name: 'rss.xml',
    content: '<rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
    row: 28,
    papers: 0,
    says: /is a feed .*, but none of the arXiv/,
  },
  {
    name: 'svg.xml',
    content: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    row: 32,
    papers: 0,
    says: /in no format known here/,
  },
  ...numbered(
    'text-only',
    'xml',
    [
      feed(atomEntry('&lt;img src=x onerror=alert(1)&gt;')),
      feed(atomEntry('<![CDATA[<script>alert(1)</script>]]>')),
      feed(atomEntry('<![CDATA[a ]]]]><![CDATA[> b]]>')),
      feed(atomEntry('A', '<summary type="html">&lt;b onclick="alert(1)"&gt;B&lt;/b&gt;</summary>')),
      feed(
        atomEntry(
          'A',
          '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></div></summary>',
        ),
      ),
      feed(atomEntry('A', '<link rel="alternate" href="javascript:alert(1)"/>')),
      `<?xml-stylesheet href="https://evil.example/a.xsl"?>${feed(atomEntry('A'))}`,
      feed(
        atomEntry('A', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
      ),
      feed(atomEntry('A', `<a ${Array.from({ length: 20_000 }, (_, n) => `b${n}="c"`).join(' ')}/>`)),
      feed(atomEntry('A', `<a b="${'c'.repeat(1_000_000)}"/>`)),
      `\ufeff${feed(atomEntry('A')).replaceAll('><', '>\r\n<')}`,
      // Each is a paper of its own: one id with two titles would be reported.
    ].map((text, at) => text.replace('2512.00001', `2512.${40_000 + at}`)),
    { row: 28, papers: 1 },
  ),
  {
    name: 'many-entries.xml',
    content: feed(
      ...Array.from({ length: 20_000 }, (_, n) =>
        atomEntry(`Entry ${n}`).replace('00001', String(10_000 + n)),
      ),
    ),
    row: 28,
    papers: 20_000,
  },
]

const bibtex: Family = random => {
  const good = bib('author = {Li, Ana}, year = {2025}')
  const behind = (bad: string, at: number, what: Partial<HostileImport> = {}): HostileImport => ({
    name: `bad-${at + 1}.bib`,
    content: `${bad}\n${bib('year = {2024}', 'roe2024').replace('A Bib Entry', 'Behind It')}`,
    row: 30,
    papers: 1,
    says: /./,
    ...what,
  })
  return [
    ...[
      '@misc{a, title = {Never closed',
      '@misc{a, title = {One {too few}',
      '@misc{a, title = "Never closed',
      '@misc{a, year = 2025}',
      '@misc{a, title = }',
      '@misc{a, title = {}}',
      `@misc{a, title = {${'{'.repeat(10_000)}A${'}'.repeat(10_000)}}}`,
      `@misc{a, title = {A}, abstract = {${'x'.repeat(1_000_000)}}}`,
      `@misc{a, title = ${Array.from({ length: 20_000 }, () => 'nothing').join(' # ')}}`,
      '@misc{a, title = nothing}',
    ].map((bad, at) => behind(bad, at)),
    ...numbered(
      'odd',
      'bib',
      [
        bib('note = {\\input{/etc/passwd}}'),
        bib('note = {\\immediate\\write18{rm -rf /}}'),
        bib('year = {2025}', '__proto__'),
        bib('__proto__ = {a}, constructor = {b}, toString = {c}'),
        `@comment{${'{'.repeat(50)}${'}'.repeat(50)}}\n${good}`,
        `@preamble{"\\def\\a{\\a\\a}\\a"}\n${good}`,
        `@string{__proto__ = "a"}\n@string{constructor = "b"}\n${good}`,
        `${'@'.repeat(100_000)}\n${good}`,
        `${'%'.repeat(1_000_000)}\n${good}`,
        bib(`note = {${'\\"{o}'.repeat(20_000)}}`),
        bib(`keywords = {${'a, '.repeat(50_000)}}`),
      ],
      { row: 30, papers: 1 },
    ),
    {
      name: 'address.bib',
      content: bib('url = {javascript:alert(1)}'),
      row: 2,
      papers: 1,
      says: /not an http or https address/,
    },
    ...numbered(
      'cut',
      'bib',
      places(random, 50, 10).map(
        at => `@misc{li2025,\n  title = {${'A Title That Is Long '.repeat(3).slice(0, at)}`,
      ),
      { row: 21, papers: 0, says: /./ },
    ),
    {
      name: 'strings-of-strings.bib',
      content: `@string{a0 = "ha"}\n${Array.from({ length: 40 }, (_, n) => `@string{a${n + 1} = a${n} # a${n}}`).join('\n')}\n${bib('note = a40')}`,
      row: 30,
      papers: 1,
      says: /./,
    },
    {
      name: 'string-of-itself.bib',
      content: `@string{a = a # a}\n${bib('note = a')}`,
      row: 30,
      papers: 1,
      says: /./,
    },
  ]
}

const UNKNOWN = /in no format known here/

/** Texts as if copied from a page. */
const pages: Family = random => {
  const words = Array.from({ length: 700_000 }, () => random.below(36 ** 5).toString(36)).join(' ')
  return [
    ...numbered('blank', 'txt', [' ', '\n', ' \t\r\n\u00a0\u2003\u3000\ufeff', ' '.repeat(5_000_000)], {
      row: 31,
      papers: 0,
      says: /holds only white space/,
    }),
    ...numbered(
      'no-page',
      'txt',
      [words, 'x'.repeat(5_000_000), '\u202e'.repeat(1_000), '('.repeat(100_000), '•\n'.repeat(100_000)],
      { row: 31, papers: 0, says: UNKNOWN },
    ),
    ...numbered('binary', 'txt', ['a\0b', '\0'.repeat(1_000_000), `Title\n\n  • 3 authors\n·\nOct 11\n\0`], {
      row: 31,
      papers: 0,
      says: /is binary/,
    }),
    {
      name: 'markup.txt',
      content: '<script>alert(1)</script>\n\n  • 3 authors\n·\nOct 11\n',
      row: 31,
      papers: 1,
      says: /no year and nothing says the year/,
    },
    {
      name: 'directions.txt',
      content: '\u202eelttiT\n\n  • 3 authors\n·\nOct 11\n',
      row: 8,
      papers: 1,
      says: /no year and nothing says the year/,
    },
    {
      name: 'many-bylines.txt',
      content: 'Title\n\n  • 3 authors\n·\nOct 11\n'.repeat(20_000),
      row: 31,
      papers: 20_000,
      says: /no year and nothing says the year/,
    },
    {
      name: 'only-bylines.txt',
      content: '  • 3 authors\n·\nOct 11\n'.repeat(20_000),
      row: 31,
      papers: 0,
      messages: 20_000,
      says: /a byline that belongs to no paper/,
    },
    {
      name: 'many-lines.txt',
      content: `a${'\n'.repeat(15_000_000)}b`,
      row: 31,
      papers: 0,
      says: /more than 1000000 lines/,
    },
    {
      name: 'long-title.txt',
      content: `${'x'.repeat(1_000_000)}\n\n  • 3 authors\n·\nOct 11\n`,
      row: 10,
      papers: 0,
      says: /an abstract without a title/,
    },
  ]
}

export const markedFamilies: readonly Family[] = [declared, malformed, entries, bibtex, pages]
