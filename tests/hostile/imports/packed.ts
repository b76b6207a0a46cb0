import { gzipSync } from 'node:zlib'
import { atomEntry, bib, day, type Family, feed, line, numbered, places } from './import.ts'

const bytes = (...values: (number | string)[]): Buffer =>
  Buffer.concat(
    values.map(value => (typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.of(value))),
  )

/** A local header of a ZIP archive, as it begins; nobody reads further. */
const zipped = (name: string): Buffer => {
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name, 'latin1')])
}

/** What other kinds of files begin with. */
const BEGINNINGS = [
  `PK\x05\x06${'\0'.repeat(18)}`,
  '7z\xbc\xaf\x27\x1c\0\x04',
  'Rar!\x1a\x07\x01\0',
  '\xfd7zXZ\0\0\x04',
  '\x28\xb5\x2f\xfd\x24\0',
  'BZh91AY&SY\x9e',
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
  '\xff\xd8\xff\xe0\0\x10JFIF\0',
  'GIF89a\x01\0\x01\0\x80',
  '\x7fELF\x02\x01\x01\0',
  'MZ\x90\0\x03\0',
  'SQLite format 3\0',
  '\0asm\x01\0\0\0',
  '\xca\xfe\xba\xbe\0\0\0\x34',
  '\0\0\0\x18ftypmp42',
  `paper.json${'\0'.repeat(247)}ustar`,
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\x80\x04\x95\x0f\0\0\0',
]
const NOT_TEXT = /not UTF-8 text|is binary, not text|is a ZIP archive|damaged or cut off/

const PAGES = [
  '<!DOCTYPE html><title>Daily Papers</title>',
  '<html><p>Daily Papers',
  '\n\n  <HTML lang="en">',
  '<!-- saved --><html>',
  '<head><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<body onload=alert(1)>',
]

/** Files that are something else than their names say. */
const foreign: Family = () => [
  ...numbered(
    'beginning',
    'json',
    BEGINNINGS.map(start => bytes(start)),
    { row: 32, papers: 0, says: NOT_TEXT },
  ),
  ...numbered('document', 'bib', ['%PDF-1.4', '%PDF-2.0\n%âãÏÓ'], { row: 32, papers: 0, says: /is a PDF/ }),
  ...numbered('web-page', 'xml', PAGES, { row: 32, papers: 0, says: /HTML of a web page/ }),
  ...numbered('web-page', 'json', PAGES, { row: 32, papers: 0, says: /HTML of a web page/ }),
  {
    name: 'archive.json',
    content: bytes('PK\u0003\u0004\u0014\xff'),
    row: 20,
    papers: 0,
    says: /is a ZIP archive/,
  },
  ...numbered('archive', 'zip', ['../../etc/passwd', '/etc/passwd', 'a\\..\\b', 'inner.zip'].map(zipped), {
    row: 20,
    papers: 0,
    says: /is a ZIP archive/,
  }),
  {
    name: 'many-entries.zip',
    content: Buffer.concat(Array.from({ length: 100_000 }, (_, n) => zipped(`${n % 7}.json`))),
    row: 20,
    papers: 0,
    says: /is a ZIP archive/,
  },
]

/** Texts in other encodings than they say, or than can be told. */
const encodings: Family = () => {
  const text = day('Été')
  return [
    ...numbered(
      'encoding',
      'json',
      [
        Buffer.from(text, 'latin1'),
        bytes('[{"title":"', 0x93, 'so', 0x94, '"}]'),
        bytes('[{"title":"', 0xc0, 0xaf, '"}]'),
        bytes('[{"title":"', 0xed, 0xa0, 0x80, '"}]'),
        bytes('[{"title":"', 0xf4, 0x90, 0x80, 0x80, '"}]'),
        bytes('[{"title":"A"}]', 0xe2, 0x82),
        bytes(0xff, 0xfe, '[', 0, '{'),
        bytes(0xfe, 0xff, 0xd8, 0, 0, 0x41),
        gzipSync(Buffer.from(text, 'latin1')),
      ],
      { row: 22, papers: 0, says: /is not UTF-8 text|is binary, not text/ },
    ),
    ...numbered(
      'no-mark',
      'json',
      [
        Buffer.from(text, 'utf16le'),
        Buffer.from(text, 'utf16le').swap16(),
        bytes(0xff, 0xfe, 0, 0, '[', 0, 0, 0),
      ],
      { row: 22, papers: 0, says: /is binary, not text/ },
    ),
    ...numbered(
      'mark',
      'json',
      [
        `\ufeff${text}`,
        `\ufeff\ufeff${text}`,
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      ],
      { row: 22, papers: 1 },
    ),
    { name: 'mark-only.json', content: '\ufeff', row: 22, papers: 0, says: /is empty|only white space/ },
    { name: 'nothing.json', content: '', row: 22, papers: 0, says: /is empty/ },
    {
      name: 'utf-7.json',
      content: '+AFsAew-"title":"A"+AH0AXQ-',
      row: 22,
      papers: 0,
      says: /in no format known here/,
    },
  ]
}

const DAMAGED = /damaged or cut off/

/** Compressed files that unpack to too much, are cut, damaged or packed twice. */
const compressed: Family = random => {
  const packed = gzipSync(day('One', 'Two', 'Three'))
  const damaged = (at: number): Buffer => {
    const copy = Buffer.from(packed)
    copy[at] = (copy[at] as number) ^ 0xff
    return copy
  }
  const spaces = Buffer.alloc(60_000_000, ' ')
  return [
    { name: 'bomb.json.gz', content: gzipSync(spaces), row: 19, papers: 0, says: /larger than 20 MB/ },
    {
      name: 'bomb.bib.gz',
      content: gzipSync(`${bib('year = 2025')}${' '.repeat(30_000_000)}`),
      row: 19,
      papers: 0,
      says: /larger than 20 MB/,
    },
    {
      name: 'bomb.xml.gz',
      content: gzipSync(`<feed>${'<a/>'.repeat(10_000_000)}`),
      row: 19,
      papers: 0,
      says: /larger than 20 MB/,
    },
    {
      name: 'bomb.jsonl.gz',
      content: gzipSync(`{"title":"Before the Bomb"}\n${'\n'.repeat(60_000_000)}`),
      row: 19,
      papers: 1,
      says: /more than 100 times its length/,
    },
    { name: 'bomb-in-bomb.json.gz', content: gzipSync(gzipSync(spaces)), row: 19, papers: 0, says: /./ },
    {
      name: 'many-members.json.gz',
      content: Buffer.concat(Array.from({ length: 1_000 }, () => gzipSync(Buffer.alloc(30_000, ' ')))),
      row: 19,
      papers: 0,
      says: /larger than 20 MB/,
    },
    ...numbered(
      'cut',
      'json.gz',
      places(random, packed.length - 3, 20).map(at => packed.subarray(0, at + 2)),
      { row: 21, papers: 0, says: DAMAGED },
    ),
    ...numbered(
      'damaged',
      'json.gz',
      [2, 3, packed.length - 1, packed.length - 5, packed.length - 8].map(damaged),
      { row: 21, papers: 0, says: DAMAGED },
    ),
    { name: 'packed-page.json.gz', content: gzipSync('<html>'), row: 32, papers: 0, says: /HTML/ },
    { name: 'packed-nothing.json.gz', content: gzipSync(''), row: 32, papers: 0, says: /is empty/ },
    { name: 'packed-feed.xml.gz', content: gzipSync(feed(atomEntry('Packed'))), row: 19, papers: 1 },
    {
      name: 'packed-lines.jsonl.gz',
      content: Buffer.concat([gzipSync(line({})), gzipSync(line({ title: 'Of Another Member' }))]),
      row: 19,
      papers: 2,
    },
  ]
}

export const packedFamilies: readonly Family[] = [foreign, encodings, compressed]
