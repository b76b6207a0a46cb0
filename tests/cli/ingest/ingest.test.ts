import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingest/ingestCommand.ts'

const SOURCES = join(import.meta.dirname, '../../../data/sources')
const DIGEST = join(SOURCES, 'daily-papers-2025-12-11.txt')
const PAGE = 'A Title\n\nAn abstract.\n\n  • 3 authors\n·\nOct 11\n'

let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-ingest-'))
  out = join(folder, 'papers')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await ingestCommand([...args, '--corpus', out], {
    print: line => printed.push(line),
    complain: line => complaints.push(line),
    status: () => {},
  })
  return { code, printed: printed.join('\n'), complaints }
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

/** Every file of the corpus by name. */
async function stored(from = out): Promise<Record<string, string>> {
  const names = (await readdir(from)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(from, name), 'utf8')] as const)),
  )
}

const row = (printed: string, name: string): string[] | undefined =>
  printed
    .split('\n')
    .find(line => line.startsWith(name))
    ?.trim()
    .split(/\s+/)
    .slice(1)

test('the digest and its facts become the corpus', async () => {
  const { code, printed, complaints } = await run(SOURCES)
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
  expect(row(printed, 'all')).toEqual(['62', '46', '16', '0', '0', '0'])
  const papers = Object.values(await stored()).flatMap(text => JSON.parse(text).papers)
  expect(papers).toHaveLength(46)
})

test('the corpus in the project is what its sources give', async () => {
  await run(SOURCES)
  expect(await stored()).toEqual(await stored(join(SOURCES, '../papers')))
})

test('a second time everything is unchanged, and no file is touched', async () => {
  await run(SOURCES)
  const before = await stored()
  const { ino } = await stat(out)
  const { code, printed } = await run(SOURCES)
  expect(code).toBe(0)
  expect(row(printed, 'all')).toEqual(['62', '0', '0', '62', '0', '0'])
  expect(printed).toContain('Nothing to write')
  expect(await stored()).toEqual(before)
  expect((await stat(out)).ino).toBe(ino)
})

test('neither the order of the files nor naming one twice makes a difference', async () => {
  const later = await write('daily-papers-2025-12-12.txt', PAGE)
  await run(DIGEST, later)
  const before = await stored()
  await rm(out, { recursive: true })
  const { printed } = await run(later, folder, DIGEST, later)
  expect(await stored()).toEqual(before)
  expect(row(printed, 'all')?.[0]).toBe('47')
})

test('month files of version 1 become version 2, and a copy of them stays', async () => {
  const one = await readFile(new URL('../../fixtures/month-files/v1.json', import.meta.url), 'utf8')
  await mkdir(out, { recursive: true })
  await writeFile(join(out, '2025-12.json'), one)
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  expect(JSON.parse((await stored())['2025-12.json'] ?? '')).toMatchObject({ version: 2 })
  expect(await readFile(join(`${out}.version-1`, '2025-12.json'), 'utf8')).toBe(one)
})

test('of a month file of version 1 a copy stays, wherever its version is written', async () => {
  const { version, ...rest } = JSON.parse(
    await readFile(new URL('../../fixtures/month-files/v1.json', import.meta.url), 'utf8'),
  )
  const one = JSON.stringify({ ...rest, version })
  await mkdir(out, { recursive: true })
  await writeFile(join(out, '2025-12.json'), one)
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  expect(await readFile(join(`${out}.version-1`, '2025-12.json'), 'utf8')).toBe(one)
})

test('a month file has its papers by id, its keys in the order of the schema, and a line end', async () => {
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  const text = (await stored())['2025-12.json'] ?? ''
  expect(text.startsWith('{\n  "version": 2,\n  "papers": [\n    {\n      "id": "a-title",\n')).toBe(true)
  expect(text.endsWith(']\n}\n')).toBe(true)
  const { papers } = JSON.parse(text)
  expect(Object.keys(papers[0]).slice(0, 5)).toEqual(['id', 'aliases', 'title', 'alsoTitled', 'abstract'])
})

test('a paper that turns out to be listed earlier moves, and the month it leaves empty goes', async () => {
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  await write('papers/README.md', 'kept')
  await run(await write('daily-papers-2025-10-13.txt', PAGE))
  expect(Object.keys(await stored())).toEqual(['2025-10.json', 'README.md'])
  expect((await stored())['README.md']).toBe('kept')
})

test('--date says the day of files that do not, and is reported where it contradicts one', async () => {
  const page = await write('page.txt', PAGE)
  await run(page, '--date', '2024-12-11')
  expect(Object.keys(await stored())).toEqual(['2024-12.json'])
  await rm(out, { recursive: true })
  const { complaints } = await run(DIGEST, '--date', '2025-12-12')
  const papers = Object.values(await stored()).flatMap(text => JSON.parse(text).papers)
  expect(new Set(papers.flatMap(({ listedOn }) => listedOn))).toEqual(new Set(['2025-12-12']))
  expect(complaints).toEqual([`${DIGEST}: --date 2025-12-12 is used, though the name says 2025-12-11`])
})

test('a dry run reports the same and writes nothing', async () => {
  const { code, printed } = await run(SOURCES, '--dry-run')
  expect(code).toBe(0)
  expect(row(printed, 'all')).toEqual(['62', '46', '16', '0', '0', '0'])
  expect(await readdir(folder)).toEqual([])
})

test('what is lost is reported with file and line and makes the exit code 1; the rest is kept', async () => {
  const page = await write('daily-papers-2025-12-11.txt', PAGE.replace('Oct 11', 'Feb 31'))
  const facts = await write('a.facts.json', '[{"title": ""}, {"title": "Nobody Knows It"}]')
  const { code, printed, complaints } = await run(page, facts)
  expect(code).toBe(1)
  expect(complaints).toEqual([
    `${facts}:[0]: entry left out: .title too small or empty`,
    expect.stringMatching(/a\.facts\.json: read as facts about known papers, none of which is in the corpus/),
    `${facts}:[1]: no paper known as “Nobody Knows It”`,
    `${page}:7: no such day: 2025-02-31`,
  ])
  expect(row(printed, 'all')).toEqual(['2', '1', '0', '0', '1', '3'])
  expect(Object.keys(await stored())).toEqual(['2025-12.json'])
})

test('dates without a year are named by the first line of theirs and counted one by one', async () => {
  const page = await write('page.txt', `${PAGE}\n${PAGE.replace('A Title', 'B Title')}`)
  const { code, printed, complaints } = await run(page)
  expect(code).toBe(1)
  expect(complaints).toEqual([
    `${page}:7: 2 dates from here on have no year and nothing says the year: name the day with --date`,
  ])
  expect(row(printed, 'all')).toEqual(['2', '2', '0', '0', '0', '2'])
  const single = await run(await write('single.txt', PAGE))
  expect(single.complaints).toEqual([expect.stringContaining(':7: this date has no year and nothing')])
})

test('a paper that vanishes behind another of its title is a loss, a repeated one is none', async () => {
  const other = PAGE.replace('An abstract.', 'Another abstract.')
  const page = await write('daily-papers-2025-12-11.txt', `${PAGE}\n${other}`)
  const { code, complaints, printed } = await run(page)
  expect(code).toBe(1)
  expect(complaints).toEqual([
    `${page}:9: the same title as in line 1: both are merged; kept where they differ: the abstract of line 9`,
  ])
  expect(row(printed, 'all')).toEqual(['2', '1', '1', '0', '0', '1'])
  expect((await run(await write('daily-papers-2025-12-11.txt', `${PAGE}\n${PAGE}`))).code).toBe(0)
})

test('a notice alone leaves the exit code at 0', async () => {
  const page = await write('daily-papers-2025-12-11.txt', 'A Title\n\n  • 3 authors\n·\nOct 11\n')
  const { code, complaints } = await run(page)
  expect({ code, complaints }).toEqual({ code: 0, complaints: [`${page}:1: a title without an abstract`] })
})

test.each([
  ['empty.txt', '', 'is empty'],
  ['notes.txt', 'A letter to nobody.', 'notes.txt is in no format known here'],
  ['archive.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff), 'is a ZIP archive'],
  ['packed.txt', Uint8Array.of(0x1f, 0x8b, 8, 0), 'holds compressed data that is damaged or cut off'],
  ['latin.txt', Uint8Array.of(0x41, 0xe9, 0x41), 'is not UTF-8 text'],
  ['large.txt', new Uint8Array(20_000_001).fill(0x41), 'is larger than 20 MB'],
])('%s is refused by name and the other files are read', async (name, content, why) => {
  const bad = await write(`in/${name}`, content)
  await write('in/daily-papers-2025-12-11.txt', PAGE)
  const { code, complaints } = await run(join(folder, 'in'))
  expect(code).toBe(1)
  expect(complaints).toEqual([expect.stringMatching(new RegExp(`^${bad}: .*${why}`))])
  expect(Object.keys(await stored())).toEqual(['2025-12.json'])
})

test('hidden files in a folder are left alone', async () => {
  await write('in/.DS_Store', 'x')
  await write('in/deep/daily-papers-2025-12-11.txt', PAGE)
  expect((await run(join(folder, 'in'))).code).toBe(0)
})

test.each([
  [['--unknown', 'a.txt'], 'There is no flag --unknown.'],
  [[], 'Name at least one file or folder'],
  [['no-such-file.txt'], 'There is no file or folder no-such-file.txt.'],
  [[DIGEST, '--date', '2025-02-31'], '--date needs a day written YYYY-MM-DD'],
])('%j says what is wrong and does nothing', async (args, why) => {
  const { code, complaints } = await run(...args)
  expect(code).toBe(2)
  expect(complaints).toEqual([expect.stringContaining(why)])
  expect(await readdir(folder)).toEqual([])
})

test('an empty folder and a corpus that is a file are said to be so', async () => {
  await mkdir(join(folder, 'in'))
  expect((await run(join(folder, 'in'))).complaints).toEqual([
    expect.stringContaining('There are no files in'),
  ])
  await writeFile(out, 'a file')
  expect(await run(DIGEST)).toMatchObject({ code: 2, complaints: [`${out} is not a folder.`] })
  expect(await readFile(out, 'utf8')).toBe('a file')
})

test.each([
  ['{"version": 1,\n "papers": [}', '2025-12.json:2: not valid JSON'],
  ['{"version": 3, "papers": [], "more": true}', '2025-12.json was made by a newer version'],
  ['{"papers": []}', '2025-12.json is broken: version'],
  ['{"version": 1, "papers": [{"id": "a"}]}', '2025-12.json: papers[0]: aliases: missing'],
])('the broken corpus %j is refused by name and stays as it is', async (content, why) => {
  await write('papers/2025-12.json', content)
  const { code, complaints } = await run(DIGEST)
  expect(code).toBe(2)
  expect(complaints).toEqual([expect.stringContaining(why)])
  expect(await stored()).toEqual({ '2025-12.json': content })
})

test('a bad value in the corpus is named with its path', async () => {
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  const path = join(out, '2025-12.json')
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('"codeUrls": []', '"codeUrls": ["javascript:alert(1)"]'),
  )
  expect((await run(DIGEST)).complaints).toEqual([
    `${path}: papers[0]: codeUrls[0]: not in the form expected here; “A Title” is left out: correct it in the file\n` +
      `Nothing was written: ${out} holds what cannot be read, and would lose it.`,
  ])
})

test('one id in two month files is refused', async () => {
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  await cp(join(out, '2025-12.json'), join(out, '2025-11.json'))
  expect((await run(DIGEST)).complaints).toEqual([
    expect.stringContaining('“a-title” leads to another paper already'),
  ])
})

/** The states in which a crash can leave the folder, and the papers after the next start. */
test.each([
  ['while the new state was written', async () => mkdir(`${out}.next`), 'old'],
  [
    'between the two renames',
    async () => {
      await rename(out, `${out}.previous`)
      await rename(join(folder, 'new'), `${out}.next`)
    },
    'new',
  ],
  [
    'before the old state was removed',
    async () => {
      await rename(out, `${out}.previous`)
      await rename(join(folder, 'new'), out)
    },
    'new',
  ],
])('after a crash %s the corpus is whole and nothing is left behind', async (_, crash, state) => {
  const oldPage = await write('old-2025-12-11.txt', PAGE.replace('A Title', 'Old Paper'))
  const newPage = await write('new-2025-12-11.txt', PAGE.replace('A Title', 'New Paper'))
  const pages = { old: oldPage, new: newPage } as Record<string, string>
  await run(newPage)
  await rename(out, join(folder, 'new'))
  await run(oldPage)
  await writeFile(`${out}.swap`, 'next papers.next\nprevious papers.previous\n')
  await crash()
  const dry = await run(pages[state] as string, '--dry-run')
  expect(row(dry.printed, 'all')).toEqual(['1', '0', '0', '1', '0', '0'])
  const { printed } = await run(pages[state] as string)
  expect(row(printed, 'all')).toEqual(['1', '0', '0', '1', '0', '0'])
  expect(Object.keys(await stored())).toEqual(['2025-12.json'])
  for (const name of ['next', 'previous', 'swap']) expect(existsSync(`${out}.${name}`), name).toBe(false)
})

test('where writing fails the corpus is as it was and nothing is left behind', async () => {
  await run(await write('daily-papers-2025-12-11.txt', PAGE))
  const before = await stored()
  // A socket among the other files of the folder cannot be copied.
  const server = createServer()
  await new Promise<void>(listening => server.listen(join(out, 'socket'), listening))
  const { code, complaints } = await run(await write('daily-papers-2024-12-11.txt', PAGE.replace('A', 'B')))
  await new Promise(closed => server.close(closed))
  expect(code).toBe(2)
  expect(complaints).toEqual([expect.stringContaining('socket')])
  expect(await stored()).toEqual(before)
  expect((await readdir(folder)).filter(name => name.startsWith('papers'))).toEqual(['papers'])
})

test('--help explains the command', async () => {
  const { code, printed } = await run('--help')
  expect(code).toBe(0)
  for (const option of ['--date', '--corpus', '--dry-run', '--help']) expect(printed).toContain(option)
})

test('the real command reads files and exits with its code', async () => {
  const page = await write('daily-papers-2025-12-11.txt', `${PAGE}\nA sentence that belongs to nothing.\n`)
  const entry = join(import.meta.dirname, '../../../src/cli/ingest.ts')
  const command = spawnSync(process.execPath, ['--import', 'tsx', entry, page, '--corpus', out], {
    encoding: 'utf8',
  })
  expect(command.stderr).toBe(
    `${page}:9: neither title nor abstract: “A sentence that belongs to nothing.”\n`,
  )
  expect(command.status).toBe(1)
  expect(command.stdout).toContain('1 paper in the corpus')
  expect(Object.keys(await stored())).toEqual(['2025-12.json'])
}, 30_000)

const LINES = '{"title":"Good","date":"2025-12-10"}\nnonsense\n'

test('with --strict nothing is written where something was left out', async () => {
  const path = await write('some.jsonl', LINES)
  const { code, printed, complaints } = await run(path, '--strict')
  expect(code).toBe(1)
  expect(printed).toContain('Nothing was written: something was left out, and --strict was asked for.')
  expect(complaints).toEqual([expect.stringMatching(/some\.jsonl:2: line left out: not valid JSON/)])
  expect(existsSync(out)).toBe(false)
  expect((await run(await write('good.jsonl', '{"title":"Good"}'), '--strict')).code).toBe(0)
  expect(Object.keys(await stored())).toEqual(['undated.json'])
})

test('with --json the report is one object', async () => {
  const path = await write('some.jsonl', LINES)
  const { code, printed } = await run(path, '--json')
  expect(code).toBe(1)
  const sums = { read: 1, new: 1, merged: 0, unchanged: 0, unmatched: 0, rejected: 1 }
  expect(JSON.parse(printed)).toEqual({
    ...sums,
    problems: [
      { file: path, where: 'line 2', why: expect.stringContaining('line left out: not valid'), lost: true },
    ],
    outcome: 'written',
    papers: 1,
    report: null,
    files: [{ path, ...sums }],
  })
  expect(JSON.parse((await run(path, '--json')).printed)).toMatchObject({ outcome: 'unchanged' })
  expect(JSON.parse((await run(path, '--json', '--dry-run')).printed)).toMatchObject({ outcome: 'dry-run' })
})

test('of much that was left out, twenty are named and all are in a file, or here where none can be', async () => {
  const path = await write(
    'bad.jsonl',
    [
      '{"title":"Good","id":"2512.00001","year":2025}',
      // Each is wrong in its own way: those of one kind are one complaint.
      ...Array.from({ length: 25 }, (_, at) => `${' '.repeat(at)}nonsense`),
    ].join('\n'),
  )
  const { complaints } = await run(path)
  expect(complaints).toHaveLength(21)
  expect(complaints.at(-1)).toBe('… and 5 more, all in reports/ingest.txt')
  const listed = (await readFile('reports/ingest.txt', 'utf8')).trimEnd().split('\n')
  expect(listed).toHaveLength(25)
  expect(listed.at(-1)).toMatch(/bad\.jsonl:26: line left out/)
  expect(JSON.parse((await run(path, '--json')).printed)).toMatchObject({ report: 'reports/ingest.txt' })
  const place = join(import.meta.dirname, '../../..')
  try {
    process.chdir(folder)
    await write('reports', 'a file')
    const all = await run(path, '--json')
    expect(JSON.parse(all.printed)).toMatchObject({ rejected: 25, report: null })
    expect(all.complaints).toHaveLength(26)
    expect(all.complaints.at(-1)).toMatch(/^reports\/ingest\.txt could not be written: EEXIST/)
  } finally {
    process.chdir(place)
  }
})

test('a file of facts of which no paper is known is an error, with --strict too', async () => {
  const facts = await write('a.facts.json', '[{"title": "Nobody Knows It"}, {"title": "Nor This"}]')
  for (const more of [[], ['--strict']]) {
    const { code, complaints } = await run(facts, ...more)
    expect(code).toBe(1)
    expect(complaints[0]).toMatch(
      /a\.facts\.json: read as facts about known papers, none of which is in the corpus: /,
    )
  }
})

test('an array of papers is read as papers', async () => {
  const { code, printed } = await run(
    await write('papers.json', '[{"title": "One", "date": "2025-12-10"}]'),
    '--strict',
  )
  expect(code).toBe(0)
  expect(printed).toContain('1 paper in the corpus')
})

const FEED = await readFile(new URL('../../fixtures/announcements/rss.xml', import.meta.url), 'utf8')

test('an announced new version adds no paper, and tells a known one its version', async () => {
  const feed = await write('feed.xml', FEED)
  const { code, complaints } = await run(feed)
  expect(code).toBe(0)
  expect(complaints).toEqual([
    `${feed}: announced as new versions of papers that are not in the corpus, and not added: 1`,
  ])
  const known = await write('known.jsonl', '{"id":"2401.10003","title":"A New Version","date":"2024-01-20"}')
  await run(known)
  expect((await run(feed)).complaints).toEqual([])
  const papers = Object.values(await stored()).flatMap(text => JSON.parse(text).papers)
  expect(papers.find(({ id }) => id === '2401.10003')).toMatchObject({
    publishedAt: '2024-01-20',
    version: 4,
    announced: 'replace',
    revisedAt: '2025-10-02',
    listedOn: [],
  })
  expect(papers.find(({ id }) => id === '2510.10001')).toMatchObject({
    listedOn: ['2025-10-02'],
    positions: { '2025-10-02': 1 },
  })
})

test('one kind of complaint is said once, with the places of the others', async () => {
  const lines = Array.from(
    { length: 300 },
    (_, at) => `{"title":"Paper ${at}","date":"2025-12-10","abstarct":"x","upvotes":"many"}\n`,
  )
  const path = await write('many.jsonl', lines.join(''))
  const { complaints } = await run(path)
  expect(complaints).toEqual([
    `${path}:1.upvotes: left out: not of type number (and 299 more like it: line 2, line 3, line 4, line 5, line 6, line 7, line 8, line 9, line 10, line 11 …)`,
    `${path}:1: field “abstarct” is unknown and was passed over: did you mean “abstract”? (and 299 more like it: line 2, line 3, line 4, line 5, line 6, line 7, line 8, line 9, line 10, line 11 …)`,
  ])
})
