import type { Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { EXTREMES, MANY_THEMES, WITH_FORMULAS } from '../browser/extremes.ts'
import { PAYLOADS } from '../hostile/payloads.ts'

const SOURCE = { name: 'hostile.jsonl', format: 'json-lines' } as const

/** A paper whose every text is the same. */
const calledAll = (text: string, at: number): Paper => {
  const id = `payload-${at}`
  const facts = {
    title: text,
    abstract: text,
    authors: [text, `Ada ${text}`],
    organization: { name: text },
    categories: [text],
    publishedAt: '2025-12-01',
    listedOn: ['2025-12-02'],
  }
  return { ...paperOf(recordOf(SOURCE, facts)), id, aliases: [] }
}

/** Papers with extremes and with texts that do harm as code, and such as lack one thing or everything. */
export const HOSTILE_PAPERS: readonly Paper[] = [
  ...[...EXTREMES, WITH_FORMULAS].map(({ id, themes: _themes, aliases, ...facts }) => ({
    ...paperOf(recordOf(SOURCE, { ...facts, abstract: facts.abstract?.slice(0, 20_000) })),
    id,
    aliases,
  })),
  ...PAYLOADS.filter(({ text }) => text.trim() !== '').map(({ text }, at) =>
    calledAll(text.slice(0, 2_000), at),
  ),
  paperOf(recordOf(SOURCE, { title: 'A year alone', publishedAt: '2024', authors: ['Ada Example'] })),
  paperOf(recordOf(SOURCE, { title: 'A month alone', publishedAt: '2024-05', authors: ['Ada Example'] })),
  paperOf(
    recordOf(SOURCE, {
      title: 'Bidirectional Author Lists in Digests',
      authors: ['علي حسن', 'سارة مثال', 'Jane Roe'],
      listedOn: ['2025-12-02', '2025-12-03'],
      publishedAt: '2025-12-01',
      publishedYearInferred: true,
    }),
  ),
  paperOf(recordOf(SOURCE, { title: 'An old id', arxivId: 'math/0211159', publishedAt: '2002-11-11' })),
  paperOf(recordOf(SOURCE, { title: '深度学习模型' })),
]

/** Themes with extremes, and some that papers belong to. */
export const HOSTILE_THEMES = [
  ...MANY_THEMES,
  {
    id: 'bad',
    label: '<b>“Bad”</b> & co',
    group: '<i>G</i>',
    about: '</p><script>alert(1)</script>',
    query: 'alert',
  },
  {
    id: 'model',
    label: 'Models',
    group: 'Words',
    about: 'Papers of models.',
    query: 'model',
    parent: 'whole',
  },
  { id: 'whole', label: 'Words', group: 'Words', about: 'Papers of words.', query: 'model | fails' },
]
