import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { paperWith } from '../fixtures/paper.ts'

const NUMBERS = Array.from({ length: 100 }, (_, at) => at + 1)

/** A hundred themes in a dozen groups, one with a long name, one with a name of one long word. */
export const MANY_THEMES: readonly Theme[] = NUMBERS.map(number => ({
  id: `theme-${number}`,
  label:
    number === 1
      ? 'Reinforcement learning from verifiable rewards of several kinds at once'
      : number === 2
        ? 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
        : `Theme ${number}`,
  group: `Group ${1 + (number % 12)}`,
  about: 'Papers of a theme.',
  query: `word${number}`,
}))

const sentence = 'What holds for one model holds for many, and what fails for one fails for some. '

const paper = (known: Partial<CorpusPaper>): CorpusPaper =>
  paperWith({ publishedAt: '2025-12-01', listedOn: ['2025-12-02'], ...known })

/** Papers as they are not written, but may come. Each says by its id what it has too much or nothing of. */
export const EXTREMES: readonly CorpusPaper[] = [
  paper({
    id: 'one-word',
    title: 'Antidisestablishmentarianism'.repeat(11).slice(0, 300),
    authors: ['Hubert-Blaine-Wolfeschlegelsteinhausenbergerdorff-'.repeat(3)],
    organization: { name: 'Laboratory'.repeat(20) },
    abstract: `${'x'.repeat(2_000)} ${'https://example.org/'.padEnd(400, 'a-very-long-path/')}`,
    comments: 1_234_567,
    codeUrls: ['https://example.org/code'],
    projectUrls: ['https://example.org/project'],
  }),
  paper({
    id: 'long-title',
    title: `${'On the many ways in which a title may go on and on: '.repeat(8)}a survey`,
    authors: ['Ada Example'],
    abstract: sentence.repeat(10),
  }),
  paper({
    id: 'crowd',
    title: 'A report by many hands',
    authors: Array.from({ length: 664 }, (_, at) => `First${at} von und zu Last${at}`),
    abstract: sentence.repeat(10),
    categories: NUMBERS.slice(0, 40).map(number => `cs.X${number}`),
  }),
  paper({
    id: 'megabyte',
    title: 'An abstract of a megabyte',
    authors: ['Ada Example', 'Bob Example'],
    abstract: sentence.repeat(1 + Math.floor(1_000_000 / sentence.length)),
  }),
  paper({
    id: 'hundred-themes',
    title: 'On everything',
    authorCount: 9,
    abstract: sentence.repeat(4),
    themes: MANY_THEMES.map(({ id }) => id),
    listedOn: NUMBERS.slice(0, 28).map(number => `2025-11-${String(number).padStart(2, '0')}`),
  }),
  paperWith({ id: 'bare', title: 'A title and nothing else' }),
  paper({
    id: 'right-to-left',
    title: 'تعلم الآلة والنماذج اللغوية الكبيرة: دراسة شاملة',
    authors: ['عائشة مثال', 'Ada Example'],
    abstract: 'نقدم في هذه الورقة دراسة شاملة للنماذج اللغوية الكبيرة (LLM) وتطبيقاتها. '.repeat(6),
  }),
  paper({
    id: 'signs',
    title: '深度学习 🧪 <b>bold</b> & “quotes” — \u202Eoverride\u202C',
    authors: ['李 明', '<script>alert(1)</script>'],
    abstract: `<img src=x onerror=alert(1)> ${'深度学习模型'.repeat(80)} $\\mathbb{R}^{n}$`,
    comments: 0,
  }),
]

/** Formulas in title and abstract, one of them wider than any phone. */
export const WITH_FORMULAS: CorpusPaper = paper({
  id: 'formulas',
  title: 'Bounds of $\\frac{1}{\\sqrt{n}}$ for $\\mathcal{L}_{\\text{reg}}$',
  authors: ['Ada Example'],
  abstract:
    'We bound $\\sum_{i=1}^{n} \\frac{x_i}{\\|x\\|}$ and \\(\\int_0^1 f(x)\\,dx\\) for all $n$. It holds that ' +
    '$$\\sum_{i=1}^{n} a_i + \\sum_{i=1}^{n} b_i + \\sum_{i=1}^{n} c_i + \\sum_{i=1}^{n} d_i + \\sum_{i=1}^{n} e_i + \\sum_{i=1}^{n} f_i \\leq \\frac{1}{\\sqrt{n}}.$$ ' +
    'It takes $5 to $10.',
})
