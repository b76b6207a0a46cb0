import { hostileQueries } from '#cli/bench/hostileQueries.ts'
import { Random } from '#cli/bench/random.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { FIELD_NAMES, fieldOf } from '#core/query/fields.ts'

const COUNT = 500
const SEED = 20_251_211

/** Queries that use each rule of the language, whatever the corpus. */
const WRITTEN = [
  ...[
    '',
    ' ',
    'a',
    'the',
    'the of and',
    'entropy',
    'Entropy!',
    'entropie',
    'entropy collapse',
    'RLVR',
    'rlvr kv',
  ],
  ...['"entropy"', '"chain of thought"', '"chain of', '-the', '-entropy', 'reasoning -vision', 'NOT vision'],
  ...[
    'a | b',
    'entropy | cache',
    '(entropy | cache) -survey',
    'entropy OR cache',
    '((',
    ')',
    '-(a | b) policy',
  ],
  ...['title:entropy', 'title:"policy optimization"', 'abstract:token', '-title:entropy', 'author:chen'],
  ...[
    'theme:rlvr',
    'theme:rlvr,kv-cache',
    '-theme:moe policy',
    'theme:nowhere',
    'has:code',
    'has:code,comments',
  ],
  ...[
    'comments:>3',
    'comments:1..4',
    'comments:x',
    'authors:1..5',
    'upvotes:>=10',
    'year:2025',
    'year:2023..2024',
  ],
  ...[
    'after:2025-10',
    'before:2024',
    'date:2025-10',
    'date:2025-09..2025-11',
    'last:7d',
    'last:3m',
    'listed:2025',
  ],
  ...[
    'id:2512.05564',
    '2512.05564',
    'arXiv:2512.05564v2',
    'https://arxiv.org/abs/2512.05564',
    'foo:bar entropy',
  ],
  ...[
    'state-of-the-art',
    'multi-agent',
    'multiagent',
    'self consistency',
    'selfconsistency',
    'llm',
    'LLMs',
    'gpt-4o',
  ],
  ...[
    'what limits the length of reasoning in language models',
    'how do models learn from rewards that are sparse?',
  ],
]

/** Every example in the table of operators. */
const EXAMPLES = FIELD_NAMES.flatMap(name => fieldOf(name).examples)

/** A letter of a word, not its first, doubled, left out or swapped with the next. */
function mistyped(random: Random, word: string): string {
  const at = 1 + random.below(Math.max(1, word.length - 2))
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  return (
    random.pick([
      `${before}${letter}${letter}${after}`,
      before + after,
      `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
    ]) ?? word
  )
}

/**
 * 500 queries of every kind, made of the rules of the language and of the words, titles, names and days of a corpus. The
 * same corpus gives the same queries.
 */
export function queriesOf(papers: readonly CorpusPaper[], themes: readonly Theme[]): string[] {
  const random = new Random(SEED)
  const paper = (): CorpusPaper => random.pick(papers) as CorpusPaper
  const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]{2,}/gu) ?? ['paper']
  const word = (): string => random.pick(wordsIn(`${paper().title} ${paper().abstract ?? ''}`)) ?? 'paper'
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  const run = (count: number): string => {
    const all = wordsIn(paper().abstract ?? paper().title)
    const from = random.below(Math.max(1, all.length - count))
    return all.slice(from, from + count).join(' ')
  }
  const theme = (): string => random.pick(themes)?.id ?? 'rlvr'
  const day = (): string => paper().publishedAt ?? '2025'
  const author = (): string => random.pick(paper().authors ?? ['Ada Example']) ?? 'Ada Example'
  const kinds: readonly (() => string)[] = [
    () => paper().title,
    () => wordsIn(paper().title).slice(0, 4).join(' ').toLowerCase(),
    () => words(1),
    () => words(2),
    () => words(3),
    () => mistyped(random, word()),
    () => `${mistyped(random, word())} ${word()}`,
    () => `${word()} ${word().slice(0, 3)}`,
    () => `"${run(2)}"`,
    () => `"${run(3)}" ${word()}`,
    () => `${words(2)} -${word()}`,
    () => `${word()} | ${word()} | ${word()}`,
    () => `(${word()} | ${word()}) -(${word()} | ${word()})`,
    () => `title:${word()}`,
    () => `title:${word()} abstract:${word()}`,
    () => `author:"${author()}"`,
    () => `author:${author().split(' ').at(-1)} ${word()}`,
    () => `theme:${theme()}`,
    () => `theme:${theme()} ${word()} -theme:${theme()}`,
    () => `after:${day().slice(0, 7)} ${word()}`,
    () => `date:${day().slice(0, 7)}..${day()}`,
    () => `year:${day().slice(0, 4)} has:code`,
    () => `listed:${paper().listedOn[0] ?? '2025'}`,
    () => `comments:>=${random.below(5)} ${word()}`,
    () => paper().id,
    () => run(12),
    () => word().replace('-', ''),
    () => `${word()}-${word()}`,
  ]
  const hostile = hostileQueries(
    papers.map(({ id, title, abstract = '' }) => ({ id, title, abstract })),
    48,
    SEED,
  )
  const written = [...new Set([...WRITTEN, ...EXAMPLES, ...hostile])]
  const made = Array.from({ length: COUNT - written.length }, (_, at) =>
    (kinds[at % kinds.length] as () => string)(),
  )
  return [...written, ...made]
}
