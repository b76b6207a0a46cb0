import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Setting } from './run.ts'
import { body, type Handler, json, status } from './site.ts'

const setting = new Setting()

const DAY = ['--from', 'daily-papers', '--date', '2025-12-11']
const ADDRESS = 'SITE/api/daily_papers?date=2025-12-11'

const entry = (title: string, id = '2512.00001') => ({
  paper: { id, title, summary: `About ${title}.`, authors: [{ name: 'A. Author' }], upvotes: 3 },
  numComments: 1,
})
const ONE = [entry('A Paper')]

/** The answers for some days in order, the last one repeated; one paper for all other days. */
function answering(days: Record<string, Handler[]>): void {
  const left = new Map(Object.entries(days))
  setting.site.answer = url => {
    const day = url.searchParams.get('date') ?? ''
    const [now, ...later] = left.get(day) ?? []
    if (later.length > 0) left.set(day, later)
    return now ?? json([entry(`Paper of ${day}`, `2512.000${day.slice(-2)}`)])
  }
}

const raw = (day: string) => join(setting.sources, `daily-papers-${day}.json`)

test('days are fetched and kept as they came, the latest first, and give the same corpus as their files', async () => {
  answering({ '2025-12-13': [json([])] })
  const { code, complaints } = await setting.fetch(...DAY.with(-1, '2025-12-14'), '--days', '4')
  expect({ code, complaints }).toEqual({
    code: 0,
    complaints: [`${raw('2025-12-13')}: skipped: no papers were listed on 2025-12-13, a day of the weekend`],
  })
  expect(setting.site.requests).toEqual(
    ['14', '13', '12', '11'].map(day => `/api/daily_papers?date=2025-12-${day}`),
  )
  // The pause between two requests.
  expect(setting.clock.slept).toEqual([500, 500, 500])
  expect(await readFile(raw('2025-12-11'), 'utf8')).toBe(
    JSON.stringify([entry('Paper of 2025-12-11', '2512.00011')]),
  )
  const corpus = await setting.corpus()
  expect(JSON.parse(corpus['2025-12.json'] ?? '').papers).toHaveLength(3)
  await rm(setting.out, { recursive: true })
  await setting.ingest(setting.sources)
  expect(await setting.corpus()).toEqual(corpus)
})

test('what is there is not asked for again, except lists that were fetched before they settled', async () => {
  answering({})
  await setting.fetch(...DAY.with(-1, '2025-12-20'), '--days', '5')
  setting.site.requests.length = 0
  await setting.fetch(...DAY.with(-1, '2025-12-20'), '--days', '6')
  expect(setting.site.requests.map(url => url.slice(-2))).toEqual(['20', '19', '18', '15'])
  setting.site.requests.length = 0
  await setting.fetch(...DAY.with(-1, '2025-12-16'), '--refetch')
  expect(setting.site.requests).toHaveLength(1)
  // Fetched on its own day, by the time of the file.
  await utimes(raw('2025-12-15'), new Date('2025-12-15T09:00:00Z'), new Date('2025-12-15T09:00:00Z'))
  setting.site.requests.length = 0
  await setting.fetch(...DAY.with(-1, '2025-12-16'), '--days', '2')
  expect(setting.site.requests.map(url => url.slice(-2))).toEqual(['15'])
})

test('a kept answer that is damaged is asked for again', async () => {
  answering({})
  await setting.fetch(...DAY)
  const whole = await readFile(raw('2025-12-11'), 'utf8')
  await writeFile(raw('2025-12-11'), whole.slice(0, 50))
  expect(await setting.fetch(...DAY)).toMatchObject({ code: 0, complaints: [] })
  expect(await readFile(raw('2025-12-11'), 'utf8')).toBe(whole)
})

test.each<[string, string, Handler]>([
  ['is gone', 'answers 404 Not Found', status(404)],
  [
    'says what is wrong',
    'answers 400 Bad Request: holds no papers, but an error of the API: “Invalid date”',
    (r, q) => {
      r.statusCode = 400
      json({ error: 'Invalid date' })(r, q)
    },
  ],
  [
    'is a captive portal',
    'answers with a web page, not JSON: the network may want a login first',
    body('<!DOCTYPE html><p>Log in', 'text/html'),
  ],
  [
    'is a captive portal that calls itself JSON',
    'answers with a web page, not JSON: the network may want a login first',
    body('<html><p>Log in'),
  ],
  ['is of another type', 'answers with image/png, not JSON', body(JSON.stringify(ONE), 'image/png')],
  [
    'leads elsewhere',
    'redirects elsewhere, to http://login.example/, which is not followed',
    status(302, { location: 'http://login.example/' }),
  ],
  [
    'leads to a file',
    'redirects elsewhere, to file:///etc/passwd, which is not followed',
    status(301, { location: 'file:///etc/passwd' }),
  ],
  ['leads in a circle', 'redirects more than 5 times', status(307, { location: '?date=2025-12-11' })],
  [
    'is too large',
    'the answer is larger than 20 MB',
    body(gzipSync(' '.repeat(20_000_001)), 'application/json', { 'content-encoding': 'gzip' }),
  ],
])('an answer that %s is not asked for again: %s', async (_, why, handler) => {
  answering({ '2025-12-11': [handler] })
  const { code, complaints, printed } = await setting.fetch(...DAY)
  expect({ code, complaints, printed }).toEqual({
    code: 2,
    complaints: [`${ADDRESS}: ${why}`, 'Nothing was fetched, and nothing was done.'],
    printed: '',
  })
  expect(setting.clock.slept.filter(ms => ms >= 1000)).toEqual([])
  expect([await setting.names(), await setting.names(setting.out)]).toEqual([[], []])
})

const whole = JSON.stringify(ONE)
const packed = gzipSync(whole)

test.each<[string, RegExp, Handler]>([
  ['is refused for now', /answers 429 Too Many Requests/, status(429)],
  ['is an error of the site', /answers 500 Internal Server Error/, status(500)],
  ['is unavailable', /answers 503 Service Unavailable/, status(503, {}, '<html>')],
  ['is empty', /the answer is empty/, body('')],
  ['is cut JSON', /the answer cannot be used: not valid JSON: .* in line 1/, body(whole.slice(0, 60))],
  ['is no list', /the answer cannot be used: it is no list of daily papers/, json({ hello: 'world' })],
  [
    'is an error of the API',
    /the answer cannot be used: holds no papers, but an error of the API: “Try later”/,
    json({ error: 'Try later' }),
  ],
  [
    'is cut compressed data',
    /the answer (?:is empty|cannot be used: not valid JSON)/,
    body(packed.subarray(0, packed.length / 2), 'application/json', { 'content-encoding': 'gzip' }),
  ],
  [
    'is damaged compressed data',
    /the compressed answer is damaged/,
    body('no gzip', 'application/json', { 'content-encoding': 'gzip' }),
  ],
  [
    'is Latin-1',
    /the answer is not UTF-8 text/,
    body(Buffer.from('[{"paper":{"title":"\u00e9"}}]', 'latin1')),
  ],
  [
    'breaks off',
    /the connection broke off/,
    response => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('[')
      response.destroy()
    },
  ],
  ['never begins', /the connection broke off/, (_, request) => request.socket.destroy()],
  ['does not come', /did not answer within 0\.3 s/, () => {}],
  [
    'stalls',
    /stopped in the middle of its answer, for 0\.3 s/,
    response => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    },
  ],
])('an answer that %s is asked for again, three times at the most', async (_, why, handler) => {
  // Long enough for an answer on a busy machine.
  const timeout = ['--timeout', why.source.includes('0\\.3') ? '0.3' : '30']
  answering({ '2025-12-11': [handler, handler, handler, json(ONE)], '2025-12-10': [handler] })
  expect(await setting.fetch(...DAY, ...timeout)).toMatchObject({ code: 0, complaints: [] })
  expect(setting.clock.slept).toEqual([1000, 2000, 4000])
  const { code, complaints, printed } = await setting.fetch(...DAY, '--days', '3', ...timeout)
  expect(complaints).toEqual([
    expect.stringMatching(/^SITE\/api\/daily_papers\?date=2025-12-10: .* \(4 tries\)$/),
  ])
  expect(complaints[0]).toMatch(why)
  expect(code).toBe(1)
  expect(printed).toContain('2 papers in the corpus')
  expect(await setting.names()).toEqual(['daily-papers-2025-12-09.json', 'daily-papers-2025-12-11.json'])
})

test.each([
  ['30', 30_000],
  ['Sat, 20 Dec 2025 08:00:20 GMT', 20_000],
  ['3600', 60_000],
  ['soon', 1000],
  ['Sat, 20 Dec 2025 07:00:00 GMT', 1000],
])('Retry-After: %s is waited for, up to a minute', async (after, ms) => {
  answering({ '2025-12-11': [status(503, { 'retry-after': after }), json(ONE)] })
  expect((await setting.fetch(...DAY)).code).toBe(0)
  expect(setting.clock.slept).toEqual([ms])
})

test('a redirect within the site is followed', async () => {
  answering({ '2025-12-11': [status(308, { location: '/api/daily_papers?date=2025-12-11' }), json(ONE)] })
  expect((await setting.fetch(...DAY)).code).toBe(0)
})

test('without a network one day is tried, the others are named, and what is there is taken', async () => {
  answering({})
  await setting.fetch(...DAY)
  await setting.site.stop()
  const { code, complaints } = await setting.fetch(...DAY.with(-1, '2025-12-13'), '--days', '3')
  expect(code).toBe(1)
  expect(complaints).toEqual([
    'SITE/api/daily_papers?date=2025-12-12: not asked for, as the site cannot be reached',
    'SITE/api/daily_papers?date=2025-12-13: cannot be reached: the connection was refused (ECONNREFUSED) (4 tries)',
  ])
  expect(Object.keys(await setting.corpus())).toEqual(['2025-12.json'])
  // Stopped at the end of every test.
  await setting.site.start()
})

test('a site that fails five times one after another is left in peace', async () => {
  setting.site.answer = () => status(404)
  const { code, complaints } = await setting.fetch(...DAY, '--days', '7')
  expect(code).toBe(2)
  expect(setting.site.requests).toHaveLength(5)
  expect(complaints[5]).toContain('date=2025-12-06: not asked for, after 5 failures one after another')
})

test('where a list cannot be had again, or comes back empty, the one from before is used and kept', async () => {
  answering({ '2025-12-20': [json(ONE), status(404), json([])] })
  const today = DAY.with(-1, '2025-12-20')
  await setting.fetch(...today)
  for (const why of ['answers 404 Not Found', 'holds no papers now, though it held 1 before']) {
    const { code, complaints } = await setting.fetch(...today)
    expect(complaints).toEqual([
      `SITE/api/daily_papers?date=2025-12-20: ${why}; the answer from before is used`,
    ])
    expect(code).toBe(1)
    expect(await readFile(raw('2025-12-20'), 'utf8')).toBe(whole)
  }
})

test('a list as long as the API gives them is named: there may be more', async () => {
  answering({
    '2025-12-11': [json(Array.from({ length: 50 }, (_, i) => entry(`Paper ${i}`, `2512.000${10 + i}`)))],
  })
  const { code, complaints } = await setting.fetch(...DAY)
  expect({ code, complaints }).toEqual({
    code: 0,
    complaints: [
      expect.stringMatching(/2025-12-11\.json: 50 papers, and the API gives no more than 50 of a day/),
    ],
  })
})

test('the failed days are in the JSON report, and --strict takes them for a loss', async () => {
  answering({ '2025-12-10': [status(404)] })
  const { printed } = await setting.fetch(...DAY, '--days', '2', '--json', '--strict')
  expect(JSON.parse(printed)).toMatchObject({
    read: 1,
    rejected: 1,
    outcome: 'strict',
    problems: [
      { file: `${setting.site.base}/api/daily_papers?date=2025-12-10`, why: 'answers 404 Not Found' },
    ],
  })
  expect(await setting.names(setting.out)).toEqual([])
})

test('a dry run fetches and writes nothing', async () => {
  answering({})
  const { code, printed } = await setting.fetch(...DAY, '--dry-run')
  expect(code).toBe(0)
  expect(printed).toContain('1 paper in the corpus')
  expect(await setting.names(setting.folder)).toEqual([])
})

test.each([
  [['--from', 'nowhere'], '--from needs one of daily-papers, arxiv, not “nowhere”.'],
  [['--from', 'constructor'], '--from needs one of daily-papers, arxiv, not “constructor”.'],
  [[...DAY, 'file.txt'], 'Either files or --from: file.txt'],
  [[...DAY, '--query', 'x'], '--query belongs to --from arxiv.'],
  [['file.txt', '--days', '2'], '--days belongs to --from daily-papers.'],
  [['file.txt', '--refetch'], '--refetch belongs to --from and --complete.'],
  [
    ['--from', 'arxiv', '--query', 'x', '--date', '2025-12-11'],
    '--date does not go with --from arxiv: leave one of them out.',
  ],
  [
    ['--from', 'arxiv', '--query', 'x', '--complete'],
    '--complete does not go with --from: leave one of them out.',
  ],
  [['file.txt', '--complete', '--limit', '5'], '--limit belongs to --from arxiv.'],
  [['--from', 'arxiv'], '--query is missing'],
  [['--from', 'arxiv', '--query', 'x', '--limit', '30001'], '--limit needs a whole number from 1 to 30000'],
  [[...DAY, '--days', '0'], '--days needs a whole number from 1 to 1000, not “0”.'],
  [[...DAY, '--timeout', 'long'], '--timeout needs a number of seconds'],
  [
    [...DAY, '--base-url', 'file:///etc/'],
    '--base-url needs an address like https://example.org, not “file:///etc/”.',
  ],
  [[...DAY, '--base-url', 'https://me:secret@example.org'], '--base-url needs an address'],
  [['--from', 'daily-papers', '--date', '2025-12-22'], '2025-12-22 has not come yet'],
])('%j is refused before anything is asked', async (args, why) => {
  const { code, complaints } = await setting.ingest(...args)
  expect({ code, complaints }).toEqual({ code: 2, complaints: [expect.stringContaining(why)] })
  expect(await setting.names(setting.folder)).toEqual([])
})

test.each(['SIGINT', 'SIGKILL'] as const)(
  'ended by %s in the middle it keeps what it has, and goes on from there',
  async signal => {
    const hanging: Handler = response => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    }
    answering({ '2025-12-10': [hanging, json(ONE)] })
    const args = [
      ...DAY,
      '--days',
      '2',
      '--base-url',
      setting.site.base,
      '--sources',
      setting.sources,
      '--corpus',
      setting.out,
    ]
    const command = join(import.meta.dirname, '../../../../src/cli/ingest.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', command, ...args], { stdio: 'ignore' })
    while (setting.site.requests.length < 2 && child.exitCode === null) await setTimeout(5)
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([null, signal])
    expect(await setting.names()).toEqual(['daily-papers-2025-12-11.json'])
    expect(await setting.names(setting.out)).toEqual([])
    // As after an interrupted write.
    await writeFile(join(setting.sources, '.daily-papers-2025-12-10.json.part'), '[{"paper"')
    await utimes(raw('2025-12-11'), new Date('2025-12-20'), new Date('2025-12-20'))
    expect(await setting.fetch(...DAY, '--days', '2')).toMatchObject({ code: 0, complaints: [] })
    expect(setting.site.requests.map(url => url.slice(-2))).toEqual(['11', '10', '10'])
    expect(await setting.names()).toEqual(['daily-papers-2025-12-10.json', 'daily-papers-2025-12-11.json'])
    expect((await setting.names(setting.folder)).filter(name => name.includes('lock'))).toEqual([])
  },
  30_000,
)
