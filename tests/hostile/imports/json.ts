import {
  day,
  deep,
  entry,
  type Family,
  type HostileImport,
  line,
  month,
  numbered,
  places,
  stored,
} from './import.ts'

const BAD_JSON = /not valid JSON: /
const DEEP = /nested deeper than 64 levels/

/** Cut, with something too much, or in a dialect of JSON: whole entries before that place are read, nothing behind it. */
const broken: Family = random => {
  const whole = day('One', 'Two', 'Three')
  const outside = [...whole.matchAll(/[[{,:\]}](?=["[{\]},]|$)/g)].map(({ index }) => index).slice(1)
  /** Whole entries before a place: they are read. */
  const entriesBefore = (at: number): number => whole.slice(0, at).split('}}').length - 1
  const dialects = [
    '// a remark\n[]',
    "[{'title':'Quoted Otherwise'}]",
    '[{"title":"A"},]',
    '[{"title":"A","upvotes":NaN}]',
    '[{"title":"A","upvotes":-Infinity}]',
    '[{"title":"A","upvotes":0x10}]',
    '[{"title":"A","upvotes":01}]',
    '[{"title":"A\nB"}]',
    '[{"title":"\\x41"}]',
    '[{"title":"\\u12G4"}]',
    '[{title:"A"}]',
    '[{"title" "A"}]',
    '[{"title":"never closed}]',
    `)]}'\n${day('A')}`,
  ]
  return [
    ...places(random, whole.length, 20).map(
      (at, index): HostileImport => ({
        name: `cut-${index + 1}.json`,
        content: whole.slice(0, at),
        row: 21,
        papers: entriesBefore(at),
        says: BAD_JSON,
      }),
    ),
    ...random
      .shuffled(outside)
      .slice(0, 12)
      .map(
        (at, index): HostileImport => ({
          name: `sign-too-much-${index + 1}.json`,
          content: `${whole.slice(0, at)};${whole.slice(at)}`,
          row: 21,
          papers: entriesBefore(at),
          says: BAD_JSON,
        }),
      ),
    ...numbered('behind', 'json', [`${day('A')} more`, day('A').repeat(2)], {
      row: 21,
      papers: 1,
      says: BAD_JSON,
    }),
    ...numbered('dialect', 'facts.json', dialects, { row: 21, papers: 0, says: BAD_JSON }),
  ]
}

const nested: Family = () => [
  ...numbered(
    'deep',
    'json',
    [deep(65), deep(1_000), deep(100_000), deep(5_000_000), '{"a":'.repeat(100_000)],
    {
      row: 17,
      papers: 0,
      says: DEEP,
    },
  ),
  { name: 'deep.facts.json', content: deep(100_000), row: 17, papers: 0, says: DEEP },
  {
    name: 'deep-month.json',
    content: `{"version":1,"papers":${deep(100_000)}}`,
    row: 17,
    papers: 0,
    says: DEEP,
  },
  {
    name: 'deep.jsonl',
    content: `${line({})}{"title":"A","x":${deep(100_000)}}`,
    row: 17,
    papers: 1,
    says: DEEP,
  },
  {
    name: 'deep-strings.json',
    content: JSON.stringify([`{'paper': {'id': ${'['.repeat(1_000_000)}`]),
    row: 17,
    papers: 0,
    says: DEEP,
  },
]

/** Keys and ids that mean something to the language or to paths. Set in text, since objects would take them otherwise. */
const polluting: Family = () => {
  const keys = [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'then',
    'toJSON',
    '__defineGetter__',
  ]
  const value = '{"polluted":true,"prototype":{"polluted":true},"__proto__":{"polluted":true}}'
  const into = (text: string, key: string): string =>
    text.replace('"title"', `${JSON.stringify(key)}:${value},"title"`)
  const ids = [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '../x',
    '..',
    '/etc/passwd',
    'CON',
    '\u202e',
    ' ',
  ]
  return [
    ...numbered(
      'keys',
      'jsonl',
      keys.map(key => into(line({}), key)),
      { row: 15, papers: 1 },
    ),
    ...numbered(
      'keys',
      'json',
      keys.map(key => into(day('Of a Day'), key)),
      { row: 15, papers: 1 },
    ),
    ...numbered(
      'keys',
      'facts.json',
      keys.map(key => into('[{"title":"Of Facts"}]', key)),
      { row: 15, papers: 1, says: /read as facts about known papers, none of which/ },
    ),
    ...numbered(
      'keys-month',
      'json',
      keys.map(key => into(month([stored({})]), key)),
      { row: 15, papers: 1 },
    ),
    ...numbered(
      'ids',
      'jsonl',
      ids.map(id => line({ id, title: `Called ${id}` })),
      { row: 16, papers: 1 },
    ),
  ]
}

/** Values that are not what they should be: the entry or the field is left out, what is good beside it stays. */
const wrong: Family = () => {
  const titles: unknown[] = [7, true, null, [], {}, '', ' ', ['A'], { toString: 'A' }]
  const fields: [string, unknown][] = [
    ['publishedAt', '2026-02-31'],
    ['publishedAt', '99999-01-01'],
    ['publishedAt', '0000-00-00'],
    ['publishedAt', 20_251_211],
    ['upvotes', '7; DROP TABLE papers'],
    ['upvotes', -1],
    ['upvotes', 1.5],
    ['abstract', { html: '<img src=x onerror=alert(1)>' }],
    ['githubRepo', 'javascript:alert(1)'],
    ['projectPage', 'data:text/html,<script>alert(1)</script>'],
    ['projectPage', 'https://arxiv.org@evil.example/'],
  ]
  return [
    ...titles.map(
      (title, at): HostileImport => ({
        name: `title-${at + 1}.json`,
        content: day('Good Beside It', title),
        row: 24,
        papers: 1,
        says: /entry left out: /,
      }),
    ),
    ...fields.map(
      ([field, value], at): HostileImport => ({
        name: `field-${at + 1}.jsonl`,
        content: line({ [field]: value }),
        row: 24,
        papers: 1,
        says: /left out: /,
      }),
    ),
    ...numbered('entries', 'facts.json', ['[7]', '[null]', '["A"]', '[[]]', '[{}]'], {
      row: 24,
      papers: 0,
      says: /left out: /,
    }),
    {
      name: 'huge-number.jsonl',
      content: '{"title":"A","upvotes":1e400}',
      row: 24,
      papers: 1,
      says: /left out: /,
    },
    {
      name: 'lines.jsonl',
      content: `${line({})}7\n"A"\nnull\n[]\n{"title"\n${line({ title: 'Behind Them' })}`,
      row: 21,
      papers: 2,
      says: /line left out: /,
    },
  ]
}

const months: Family = () => [
  ...numbered(
    'newer',
    'json',
    [3, 99, 1e15].map(version => month([stored({})], version)),
    { row: 25, papers: 0, says: /made by a newer version/ },
  ),
  ...numbered(
    'version',
    'json',
    [0, -1, 1.5].map(version => month([stored({})], version)),
    { row: 25, papers: 0, says: /./ },
  ),
  { name: 'papers.json', content: '{"version":1,"papers":{"length":3}}', row: 24, papers: 0, says: /papers/ },
  ...numbered(
    'stored',
    'json',
    [
      { id: '' },
      { codeUrls: ['javascript:alert(1)'] },
      { projectUrls: ['https://a.org/\u202egpj.exe'] },
      { listedOn: ['2026-02-31'] },
      { authorCount: -1 },
      { arxivId: '../../etc/passwd' },
      { sources: [{ name: 'a', format: '__proto__', gave: [] }] },
    ].map(fields => month([stored({ id: 'good' }), stored(fields)])),
    { row: 24, papers: 1, says: /paper left out: / },
  ),
  // Excalidraw, CVE-2026-97224: markup in a field that the importer passed on.
  {
    name: 'custom-data.json',
    content: month([stored({ customData: { generationData: { html: '<img src=x onerror=alert(1)>' } } })]),
    row: 23,
    papers: 1,
  },
  // Excalidraw, CVE-2023-26140 and GHSA-m64q-4jqh-f72f: a link with a script, an embedded document.
  {
    name: 'link.json',
    content: month([stored({ link: 'javascript:alert(1)', srcdoc: '<script>alert(1)</script>' })]),
    row: 23,
    papers: 1,
  },
]

const large: Family = () => [
  {
    name: 'large.json',
    content: `[${'{"title":"A"},'.repeat(1_700_000)}{}]`,
    row: 18,
    papers: 0,
    says: /larger than 20 MB/,
  },
  {
    name: 'large-string.json',
    content: JSON.stringify([entry('x'.repeat(21_000_000))]),
    row: 18,
    papers: 0,
    says: /larger than 20 MB/,
  },
  {
    name: 'long-title.jsonl',
    content: line({ title: 'x'.repeat(1_000_000) }),
    row: 10,
    papers: 0,
    says: /title longer than 10000 characters/,
  },
  {
    name: 'many-authors.jsonl',
    content: line({ authors: Array.from({ length: 20_000 }, (_, n) => `Ann${n} Bo`) }),
    row: 10,
    papers: 1,
  },
  {
    name: 'many-keywords.jsonl',
    content: line({ keywords: Array.from({ length: 5_000 }, (_, n) => `word ${n}`) }),
    row: 10,
    papers: 1,
  },
  { name: 'empty-lines.jsonl', content: `${line({})}${'\n'.repeat(1_000_000)}`, row: 21, papers: 1 },
]

export const jsonFamilies: readonly Family[] = [broken, nested, polluting, wrong, months, large]
