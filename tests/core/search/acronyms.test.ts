import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acronymsOf, countAcronyms, definitionsIn } from '#core/search/acronyms.ts'
import { paperWith } from '../../fixtures/paper.ts'

test.each([
  [
    'While Reinforcement Learning with Verifiable Rewards (RLVR) can',
    'rlvr',
    'reinforcement learning with verifiable rewards',
  ],
  ['Recently, Large Language Models (LLMs) have', 'llm', 'large language models'],
  ['a Key-Value cache, the Dynamic Dual-Level Down-Sampling (D3S) framework', undefined, undefined],
  ['we train a Mixture-of-Experts (MoE) model', 'moe', 'mixture of experts'],
  ['the metric (see below) and results (2024)', undefined, undefined],
  ['Group Relative Policy Optimization (GRPO)', 'grpo', 'group relative policy optimization'],
])('%s', (text, short, long) => {
  const expected = short === undefined ? [] : [[short, (long as string).split(' ')]]
  expect([...definitionsIn(text)]).toEqual(expected)
})

test('of several long forms the one that most papers give stays, and single ones go in a large corpus', () => {
  const papers = [
    'Large Language Models (LLMs)',
    'Large Language Models (LLMs)',
    'Little Lean Machines (LLMs)',
    'Our Own Method (OOM)',
  ].map(abstract => paperWith({ abstract }))
  const counts = countAcronyms(papers)
  expect(acronymsOf(counts, 4).map(({ short }) => short)).toEqual(['llm', 'oom'])
  expect(acronymsOf(counts, 1_000)).toEqual([
    { short: 'llm', long: ['large', 'language', 'models'], papers: 2 },
  ])
})

test('any text is read, and a long form begins as its short form does', () => {
  const piece = fc.constantFrom('Alpha', 'beta', 'Gamma', ' ', '-', '(ABG)', '(AB)', '(', ')', 'é', '(X1)')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
      text => {
        for (const [short, long] of definitionsIn(text)) expect(long[0]?.[0]).toBe(short[0])
      },
    ),
  )
})
