import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { searchCommand } from '#cli/search/searchCommand.ts'
import { DOCUMENTS, lines } from '../shared/collection.ts'
import { fileWith } from '../shared/folder.ts'

async function run(...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await searchCommand(args, {
    print: line => printed.push(line),
    complain: line => complaints.push(line),
  })
  return { code, printed: printed.join('\n'), complaints }
}

test('the digest is searched with all operators', async () => {
  const { code, printed } = await run('theme:rlvr entropy -survey', '--limit', '2', '--explain')
  expect(code).toBe(0)
  expect(printed).toMatch(/^\d+ of 46 papers in [\d.]+ ms\n {2}only Theme: RLVR\n {2}only not survey\n/)
  expect(printed).toContain('  1. Rethinking Entropy Interventions in RLVR: An Entropy Change Perspective')
  expect(printed).toContain('     entropy: in the title and abstract\n')
  expect(printed).toContain(
    '     Theme RLVR: its rule finds “RLVR”, “Verifiable Rewards” in the title and abstract\n',
  )
  expect(printed).toContain('  2. ')
  expect(printed).not.toContain('  3. ')
})

test('the answer for scripts is the only thing on standard output', async () => {
  const { printed } = await run('mixture', 'of', 'recursions', 'tea:cup', '--json', '--limit', '1')
  expect(JSON.parse(printed)).toEqual({
    corpus: { papers: 46, themes: expect.any(Number), days: expect.any(Number) },
    total: expect.any(Number),
    tookMs: expect.any(Number),
    partial: null,
    problems: [{ start: 22, end: 29, message: expect.stringContaining('“tea:”') }],
    hits: [
      {
        id: '2507.10524',
        title:
          'Mixture-of-Recursions: Learning Dynamic Recursive Depths for Adaptive Token-Level Computation',
        score: expect.any(Number),
        tier: 2,
        why: expect.arrayContaining([
          { type: 'word', asked: 'mixture', kind: 'exact', found: ['Mixture'], in: ['title', 'abstract'] },
          { type: 'missing', asked: 'cup' },
        ]),
      },
    ],
  })
})

test('where there is nothing to rank by, there is no score', async () => {
  const { printed } = await run('has:code', '--json', '--limit', '1')
  expect(JSON.parse(printed).hits).toMatchObject([
    { score: null, why: [{ type: 'condition', query: 'has:code' }] },
  ])
})

test('a file of papers is searched too; lines left out are named', async () => {
  const papers = await fileWith('papers.jsonl', `${lines(DOCUMENTS)}{"id": 8, "title": 8}\n`)
  const { code, printed, complaints } = await run('robots', '--corpus', papers)
  expect(printed).toContain(
    '  1. Diffusion Planning for Household Robots\n     Authors unknown · 1 May 2025 · 5',
  )
  expect(complaints).toEqual([expect.stringContaining(`${papers}:8: title`)])
  expect(code).toBe(1)
})

test('a correction is told', async () => {
  expect((await run('tokneizer')).printed).toMatch(/searched for “tokeni\w+”.* instead of “tokneizer”/)
})

test.each([
  [[], 'Say what to search for.'],
  [['x', '--corpus', '/nowhere'], 'There is no file or folder /nowhere.'],
  [['x', '--corpus', 'src'], 'There are no papers in src.'],
  [['x', '--themes', '/nowhere'], 'There is no file /nowhere.'],
  [['x', '--limit', '-1'], /--limit/],
  [['-survey'], /--/],
])('%j is refused in one line', async (args, message) => {
  const { code, printed, complaints } = await run(...args)
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(complaints.join('\n')).toMatch(message)
})

test('of a corpus with a record that cannot be read the others are searched, and it is named', async () => {
  const text = readFileSync('data/papers/2025-12.json', 'utf8')
  const path = await fileWith('2025-12.json', text.replace('"aliases": [', '"aliases": ["",'))
  const { code, printed, complaints } = await run('attention', '--corpus', dirname(path))
  expect(code).toBe(1)
  expect(printed).toMatch(/^\d+ of \d+ papers/)
  expect(complaints).toEqual([
    expect.stringMatching(
      /2025-12\.json: papers\[0\]: aliases\[0\]: an id that is empty; “.*” is left out: correct it/,
    ),
  ])
})
