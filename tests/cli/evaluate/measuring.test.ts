import { beforeAll, describe, expect, test, vi } from 'vitest'
import { benchCommand as benchWith } from '#cli/bench/benchCommand.ts'
import { evaluateCommand } from '#cli/evaluate/evaluateCommand.ts'
import { DOCUMENTS, lines, QRELS, QUERIES } from '../shared/collection.ts'
import { fileWith } from '../shared/folder.ts'

// A busy machine is slow to start the processes of the engines.
vi.setConfig({ testTimeout: 30_000 })

/** Without a browser. */
const benchCommand = benchWith({})

let docs: string
let collection: string[]

beforeAll(async () => {
  docs = await fileWith('docs.jsonl', lines(DOCUMENTS))
  const queries = await fileWith('queries.jsonl', lines(QUERIES))
  collection = ['--papers', docs, '--queries', queries, '--qrels', await fileWith('qrels.tsv', QRELS)]
})

async function run(command: typeof evaluateCommand, ...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await command(args, {
    print: line => printed.push(line),
    complain: line => complaints.push(line),
    status: () => {},
  })
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') }
}

const share = expect.toSatisfy((value: number) => value >= 0 && value <= 1)
const measured = expect.toSatisfy((value: number) => value >= 0)

test('evaluate search: the JSON stands alone on standard output', async () => {
  const args = ['search', ...collection, '--engines', 'minisearch,ours', '--json']
  const { code, printed, complaints } = await run(evaluateCommand, ...args)
  const figures = { ndcg10: share, recall100: share, msPerQuery: measured }
  expect(JSON.parse(printed)).toEqual({ ours: figures, minisearch: figures })
  expect(complaints).toContain('lacks 1 document that')
  expect(complaints).toContain('1 query without relevant document left out')
  expect(code).toBe(0)
})

test('evaluate known-items: all four ways of asking', async () => {
  const { code, printed } = await run(
    evaluateCommand,
    'known-items',
    '--papers',
    docs,
    '--count',
    '3',
    '--engines',
    'minisearch',
    '--json',
  )
  const finding = { s1: share, s5: share, mrr: share }
  expect(JSON.parse(printed)).toEqual({
    minisearch: { exact: { s1: 1, s5: 1, mrr: 1 }, typo1: finding, typo2: finding, prefix: finding },
  })
  expect(code).toBe(0)
})

test('bench search: index sizes where an engine has an index, the table for people', async () => {
  const { printed } = await run(
    benchCommand,
    'search',
    '--papers',
    docs,
    '--first',
    '6',
    '--engines',
    'ours,ufuzzy',
    '--json',
  )
  const { papers, ours, ufuzzy } = JSON.parse(printed)
  expect(papers).toBe(6)
  const times = { buildMs: measured, p50: measured, p95: measured, max: measured, heapMB: expect.any(Number) }
  expect(ours).toEqual({
    ...times,
    indexBytes: measured,
    indexGzipBytes: measured,
    loadMs: measured,
    rehearseMs: measured,
  })
  expect(ufuzzy).toEqual({ ...times, indexBytes: null, indexGzipBytes: null, loadMs: null, rehearseMs: null })

  const table = await run(benchCommand, 'search', '--papers', docs, '--engines', 'lunr')
  expect(table.printed).toMatch(/key p50 ms.*\nLunr( +[\d.–]+){9}\n7 papers, \d+ keys/)
})

test('bench suggest: keys of words and of operators', async () => {
  const { printed, code } = await run(benchCommand, 'suggest', '--papers', docs, '--json')
  const figures = { keys: expect.any(Number), p50: measured, p95: measured, max: measured }
  expect(JSON.parse(printed)).toEqual({ papers: 7, words: figures, operators: figures })
  expect(code).toBe(0)
  const table = await run(benchCommand, 'suggest', '--papers', docs, '--first', '6')
  expect(table.printed).toMatch(/^words +\d+ keys: p50 .*\noperators +\d+ keys: .*\n6 papers/)
})

test('bench related: how long the papers related to one take, the first time and in general', async () => {
  const { printed, code } = await run(benchCommand, 'related', '--papers', docs, '--count', '3', '--json')
  const times = { first: measured, p50: measured, p95: measured, max: measured }
  expect(JSON.parse(printed)).toEqual({ papers: 7, asked: 3, ...times })
  expect(code).toBe(0)
  const table = await run(benchCommand, 'related', '--papers', docs)
  expect(table.printed).toMatch(/^7 papers, 7 of them asked about\nfirst [\d.]+ ms, p50 [\d.]+ ms, p95 /)
})

test('lines left out are named and make exit code 1', async () => {
  const papers = await fileWith('papers.jsonl', `${lines(DOCUMENTS)}oops\n`)
  const { code, complaints } = await run(
    evaluateCommand,
    'known-items',
    '--papers',
    papers,
    '--count',
    '1',
    '--engines',
    'ufuzzy',
  )
  expect(complaints).toContain(`${papers}:8: not valid JSON`)
  expect(code).toBe(1)
})

describe('arguments that make no sense are told in one line', () => {
  test.each([
    [['tea'], 'There is no “tea” here, but search, known-items, related, themes.'],
    [['search'], '--papers is missing: it needs the path of a file of papers.'],
    [['search', '--papers'], '--papers needs the path of a file of papers: --papers FILE.'],
    [['serch'], 'Did you mean search?'],
    [['known-items', '--papers', 'p', '--count', '0'], '--count needs a whole number from 1 on, not “0”.'],
    [['known-items', '--papers', 'nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
    [['known-items', '--tea'], /--tea/],
  ])('evaluate %j', async (args, message) => {
    const { code, printed, complaints } = await run(evaluateCommand, ...args)
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect(complaints).toMatch(message)
  })

  test.each([
    [['--engines', 'ours,minisaerch'], 'Did you mean minisearch?'],
    [['--engines', 'google'], '--engines needs some of ours, minisearch'],
    [['--cap', 'soon'], '--cap needs a whole number'],
  ])('bench search %j', async (args, message) => {
    const { code, complaints } = await run(benchCommand, 'search', '--papers', docs, ...args)
    expect(code).toBe(2)
    expect(complaints).toMatch(message)
  })
})

test('without a task the help is shown', async () => {
  expect((await run(evaluateCommand)).printed).toMatch(
    /^Usage: npm run evaluate -- COMMAND .*\n {2}search {7}Measures /s,
  )
  expect((await run(benchCommand, 'search', '--help')).printed).toContain('npm run bench -- search')
})

test('bench hostile: texts nobody means well by are answered, the same ones every time', async () => {
  const args = ['hostile', '--papers', docs, '--count', '130', '--json']
  const { code, printed } = await run(benchCommand, ...args)
  expect(JSON.parse(printed)).toEqual({
    papers: DOCUMENTS.length,
    queries: 130,
    failed: 0,
    slow: expect.any(Number),
    p50: measured,
    p95: measured,
    max: measured,
  })
  expect(code).toBe(0)
  const { printed: table } = await run(benchCommand, 'hostile', '--papers', docs, '--count', '13')
  expect(table).toMatch(/13 hostile queries: 0 failed, \d+ took over 150 ms/)
})

test('bench hostile: an absent file is named', async () => {
  const { code, complaints } = await run(benchCommand, 'hostile', '--papers', '/no/such.jsonl')
  expect(complaints).toContain('There is no file /no/such.jsonl.')
  expect(code).toBe(2)
})
