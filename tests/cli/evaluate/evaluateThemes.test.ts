import { describe, expect, test } from 'vitest'
import { evaluateCommand } from '#cli/evaluate/evaluateCommand.ts'
import { lines } from '../shared/collection.ts'
import { fileWith } from '../shared/folder.ts'

const theme = (id: string, query: string) => ({ id, label: id, group: 'All', about: `Of ${id}.`, query })

/** Twelve papers on caches, two of which the rule misses, and papers on bread, one of which names a cache. */
const PAPERS = [
  ...Array.from({ length: 10 }, (_, at) => ({
    id: `cache-${at}`,
    title: `Shrinking the KV cache, part ${at}`,
    day: `2025-1${at % 2}-05`,
    ai_keywords: ['KV-cache compression'],
  })),
  { id: 'hidden-1', title: 'Keys and values', day: '2025-10-05', ai_keywords: ['KV caching'] },
  { id: 'hidden-2', title: 'Keys and values again', day: '2025-10-05', ai_keywords: ['key-value caches'] },
  {
    id: 'bread',
    title: 'A KV cache for bakers',
    day: '2025-11-05',
    ai_keywords: ['vector KV caching', 'dough'],
  },
  ...Array.from({ length: 20 }, (_, at) => ({
    id: `dough-${at}`,
    title: 'On dough',
    ai_keywords: ['dough'],
  })),
  ...Array.from({ length: 5 }, (_, at) => ({ id: `silent-${at}`, title: 'A KV cache nobody tagged' })),
]
const GOLD = { cache: ['kv cach*', 'key value cach*', '-vector kv'], rare: ['=dough rising'] }

async function run(
  { themes = [theme('cache', '"kv cache"')], papers = PAPERS }: { themes?: object[]; papers?: object[] },
  ...args: string[]
) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await evaluateCommand(
    [
      'themes',
      ...['--papers', await fileWith('papers.jsonl', lines(papers))],
      ...['--themes', await fileWith('themes.json', JSON.stringify(themes))],
      ...['--gold', await fileWith('gold.json', JSON.stringify(GOLD))],
      ...args,
    ],
    { print: line => printed.push(line), complain: line => complaints.push(line), status: () => {} },
  )
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') }
}

test('the JSON holds precision, recall and F1 of each theme over papers with keywords', async () => {
  const { code, printed, complaints } = await run({}, '--json')
  const quality = { precision: 0.9091, recall: 0.8333, f1: 0.8696 }
  expect(JSON.parse(printed)).toEqual({
    macro: quality,
    themes: { cache: { ...quality, gold: 12, found: 11 } },
  })
  expect({ code, complaints }).toEqual({ code: 1, complaints: 'Theme “cache” has 42 % of all papers.' })
})

test('a theme with few papers is listed, but no part of the means', async () => {
  const { printed } = await run({ themes: [theme('cache', '"kv cache"'), theme('rare', 'dough title:on')] })
  expect(printed).toMatch(/^rare +0\.00 +0\.00 +0\.00 +0 +20 +too few$/m)
  expect(printed).toMatch(/^mean +0\.909 +0\.833 +0\.870$/m)
  expect(printed).toContain('38 papers, 33 of them with keywords; means over 1 of 2 themes')
})

test('days hold papers out', async () => {
  const { printed } = await run({}, '--since', '2025-10', '--until', '2025-10-31', '--json')
  expect(JSON.parse(printed).themes.cache).toMatchObject({ gold: 7, found: 5 })
})

test('one theme is shown with its alternatives, what it misses and what it finds against the keywords', async () => {
  const { printed } = await run({ themes: [theme('cache', '"kv cache" | shrinking')] }, '--show', 'cache')
  expect(printed).toMatch(/^"kv cache" +11 +10 +0$/m)
  expect(printed).toMatch(/^shrinking +10 +10 +0$/m)
  expect(printed).toContain('Missed: 2\n  hidden-1  Keys and values  [KV caching]')
  expect(printed).toContain('Found against the keywords: 1\n  bread  A KV cache for bakers')
})

test('themes without a paper are a fault, nearly equal ones and unmeasured ones are named', async () => {
  const themes = [theme('dough', 'dough'), theme('bread', 'dough | bakers'), theme('unicorn', 'unicorn')]
  const { code, complaints } = await run({
    themes,
    papers: [...PAPERS, ...PAPERS.slice(0, 10).map(({ title }, at) => ({ id: at, title }))],
  })
  expect(code).toBe(1)
  expect(complaints.split('\n')).toEqual([
    'The gold table knows no keywords of dough, bread, unicorn.',
    'Theme “dough” has 42 % of all papers.',
    'Theme “bread” has 44 % of all papers.',
    'Theme “unicorn” has no paper.',
    'Themes “dough” and “bread” are nearly the same: 95 % of their papers.',
  ])
})

describe('what makes no sense is told in one line', () => {
  test.each([
    [['--until', 'autumn'], '--until needs a day, month or year like 2025-11-15, not “autumn”.'],
    [['--since', '2031'], /^No paper of .* is of these days\.$/],
    [['--show', 'tea'], '--show: no theme “tea” has keywords in the gold table.'],
    [['--gold', 'nowhere.json'], 'There is no file nowhere.json.'],
  ])('%j', async (args, message) => {
    const { code, printed, complaints } = await run({}, ...args)
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect(complaints).toMatch(message)
  })

  test('themes with a flaw are named', async () => {
    const { code, complaints } = await run({
      themes: [theme('cache', 'theme:cache'), theme('cache', 'dough')],
    })
    expect(code).toBe(2)
    expect(complaints).toMatch(/themes\.json cannot be used:\nThe rule of theme “cache”: It asks for a theme/)
    expect(complaints).toContain('There are two themes “cache”.')
  })
})
