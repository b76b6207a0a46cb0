import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AcronymTable, acronymsOf, countAcronyms, definitionsIn } from '#core/index/acronyms.ts'
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
  // Letters within words, and those of a short form written with a hyphen.
  ['with Low-Rank Adaptation (LoRA)', 'lora', 'low rank adaptation'],
  ['the Mean square Error (MsE)', 'mse', 'mean square error'],
  ['on Audio-Visual Question Answering (AV-QA)', 'avqa', 'audio visual question answering'],
  // The first letter begins a word.
  ['an Extensible Markup Language (XML)', undefined, undefined],
  ['of plan A or B (XYZ)', undefined, undefined],
  // Capitals tell short forms from remarks.
  ['between each line of work (below)', undefined, undefined],
  ['between each line of work (Below)', undefined, undefined],
  // Up to ten letters,
  ['these Large Models (LargeModel)', 'largemodel', 'large models'],
  ['these Large Models (LargeModels)', undefined, undefined],
  // and not more than twice as many words as letters, or five more.
  ['an Attention with  one\nBias  (AB)', 'ab', 'attention with one bias'],
  ['an Attention with just one Bias (AB)', undefined, undefined],
  [
    'Any of in or to on bits code data edge forms (ABCDEF)',
    'abcdef',
    'any of in or to on bits code data edge forms',
  ],
  ['Any of in or to on by bits code data edge forms (ABCDEF)', undefined, undefined],
  ['a Transformer (TF)', undefined, undefined],
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

test.each([
  [{ 'ab alpha beta': 2, 'ab any base': 3, 'ab zeta beta': 1 }, ['ab any base']],
  [{ 'ab zeta beta': 1, 'ab any base': 2, 'ab alpha beta': 2 }, ['ab alpha beta']],
  [{ 'ab alpha beta': 2, 'ab any base': 2, 'ab zeta beta': 2 }, ['ab alpha beta']],
  [{ 'ab any base': 2, 'ab zeta beta': 2, 'ab alpha beta': 2 }, ['ab alpha beta']],
  [
    { 'cd code data': 2, 'ab alpha beta': 2, 'ef end first': 5, 'bc big code': 2 },
    ['ef end first', 'ab alpha beta', 'bc big code', 'cd code data'],
  ],
  [
    { 'ab alpha beta': 2, 'bc big code': 3, 'cd code data': 5 },
    ['cd code data', 'bc big code', 'ab alpha beta'],
  ],
])(
  'of %o the one given most stays for each short form, the most given first, else by the alphabet',
  (counts, expected) => {
    const acronyms = acronymsOf(new Map(Object.entries(counts)), 501)
    expect(acronyms.map(({ short, long }) => [short, ...long].join(' '))).toEqual(expected)
  },
)

test('what a single paper defines stays in a corpus of up to 500 papers', () => {
  const counts = new Map([['oom our own method', 1]])
  const acronym = { short: 'oom', long: ['our', 'own', 'method'], papers: 1 }
  expect(acronymsOf(counts, 500)).toEqual([acronym])
  expect(acronymsOf(counts, 501)).toEqual([])
})

test('of very many acronyms the 5000 that most papers give stay', () => {
  const counts = new Map(Array.from({ length: 5_001 }, (_, at) => [`a${at} any name`, at + 2]))
  const acronyms = acronymsOf(counts, 501)
  expect(acronyms).toHaveLength(5_000)
  expect(acronyms[0]?.short).toBe('a5000')
  expect(acronyms.at(-1)?.short).toBe('a1')
})

test('a paper that says the same in title and abstract counts once, and counting goes on from earlier counts', () => {
  const papers = [
    paperWith({ title: 'Large Language Models (LLMs)', abstract: 'Large Language Models (LLMs).' }),
    paperWith({ title: 'A Key Value (KV) cache' }),
  ]
  expect(countAcronyms(papers, new Map([['kv key value', 3]]))).toEqual(
    new Map([
      ['kv key value', 4],
      ['llm large language models', 1],
    ]),
  )
})

const RL = { short: 'rl', long: ['reinforcement', 'learning'], papers: 9 }
const MOE = { short: 'moe', long: ['mixture', 'of', 'experts'], papers: 5 }
const RM = { short: 'rm', long: ['reinforcement', 'machine'], papers: 2 }

test.each([
  ['rl', { 0: { stems: ['reinforc', 'learn'], words: 1, of: RL } }],
  ['an moe model', { 1: { stems: ['mixtur', 'expert'], words: 1, of: MOE } }],
  [
    'deep reinforcement learning methods',
    { 1: { stems: ['rl'], words: 2, of: RL }, 2: { stems: ['rl'], words: 2, of: RL } },
  ],
  [
    'mixtures of expert',
    {
      0: { stems: ['moe'], words: 3, of: MOE },
      1: { stems: ['moe'], words: 3, of: MOE },
      2: { stems: ['moe'], words: 3, of: MOE },
    },
  ],
  [
    'reinforcement machines',
    { 0: { stems: ['rm'], words: 2, of: RM }, 1: { stems: ['rm'], words: 2, of: RM } },
  ],
  ['reinforcement noise', {}],
  ['noisy learning by reinforcement', {}],
  ['mixture of', {}],
])('an acronym is read from either side: %s', (query, expected) => {
  const expansions = new AcronymTable([RL, MOE, RM]).expansions(query.split(' '))
  expect(expansions).toEqual(new Map(Object.entries(expected).map(([at, one]) => [Number(at), one])))
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
