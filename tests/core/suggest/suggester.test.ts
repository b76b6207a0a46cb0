import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { fieldOf } from '#core/query/fields.ts'
import { applySuggestion } from '#core/suggest/apply.ts'
import { MAX_SUGGESTIONS, type Suggestion } from '#core/suggest/suggestion.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestEngine, digestManifest } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

const themes = [
  { id: 'kv-cache', label: 'KV caching', group: 'Systems', about: 'Caches.', query: 'kv' },
  { id: 'moe', label: 'Mixture of experts', group: 'Systems', about: 'Experts.', query: 'moe' },
]

const papers = [
  paperWith({
    id: 'a',
    title: 'Entropy and the KV-cache',
    themes: ['kv-cache'],
    authors: ['Ana Pérez', 'Bo Li'],
    organization: { name: 'Open Lab' },
    publishedAt: '2025-02-03',
    listedOn: ['2025-02-04'],
    codeUrls: ['https://example.org'],
    comments: 4,
  }),
  paperWith({
    id: 'b',
    title: 'Caches of experts',
    themes: ['kv-cache', 'moe'],
    authors: ['Bo Li'],
    publishedAt: '2025-01-20',
    listedOn: ['2025-02-04'],
    comments: 1,
  }),
  paperWith({ id: 'c', title: 'Entropy of "text"', authors: ['Bob "B" Lee'], publishedAt: '2024-12-31' }),
]

function corpusOf(): LoadedCorpus {
  const corpus = new CountedCorpus({ themes, segments: [], newestDigest: '2025-02-04' })
  corpus.addSegment(papers)
  return corpus
}

const engineOf = (): SearchEngine => localEngine(corpusOf())

const suggested = (q: string, engine = engineOf()) => engine.suggest({ q, caret: q.length })

const brief = (suggestion: Suggestion): string => {
  switch (suggestion.kind) {
    case 'operator':
      return `${suggestion.field}:`
    case 'value':
      return `${suggestion.value}${suggestion.count === undefined ? '' : ` ${suggestion.count}`}`
    case 'theme':
      return `theme:${suggestion.id} ${suggestion.count}`
    case 'paper':
      return suggestion.title
    default:
      return suggestion satisfies never
  }
}

test.each([
  ['th', ['theme:']],
  ['-TH', ['theme:']],
  ['theme:', ['kv-cache 2', 'moe 1']],
  ['theme:cach', ['kv-cache 2']],
  ['theme:exp', ['moe 1']],
  ['theme:moe,', ['kv-cache 2']],
  ['theme:moe theme:', ['kv-cache 1', 'moe 1']],
  ['entropy theme:', ['kv-cache 1']],
  ['entropy theme:m', ['moe 0']],
  ['theme:nothing', []],
  ['has:', ['authors 3', 'comments 2', 'code 1']],
  ['theme:moe has:c', ['comments 1', 'code 0']],
  ['year:', ['2025 2', '2024 1']],
  ['year:2023..', ['2025', '2024']],
  ['date:', ['2025-02 1', '2025-01 1', '2024-12 1']],
  ['date:2025-01-', ['2025-01-20 1']],
  ['after:', ['2025-02 1', '2025-01 2', '2024-12 3']],
  ['before:', ['2025-02 2', '2025-01 1']],
  ['after:>', []],
  ['listed:', ['2025-02-04 2']],
  ['last:', ['7d 2', '14d 2', '1m 2', '3m 3', '6m 3', '1y 3']],
  ['last:2', ['2d 2', '2w 2', '2m 3', '2y 3']],
  ['comments:', ['>=1 2', '>=3 1']],
  ['author:', ['Bo Li 2', 'Ana Pérez 1']],
  ['author:pe', ['Ana Pérez 1']],
  ['author:"bo l', ['Bo Li 2']],
  ['theme:moe author:', ['Bo Li 1']],
  ['org:lab', ['Open Lab 1']],
  ['id:', []],
  ['kv cach', ['theme:kv-cache 2', 'Entropy and the KV-cache']],
  ['entropy kv', ['theme:kv-cache 1', 'Entropy and the KV-cache', 'Entropy of "text"']],
  ['-moe', ['theme:moe 1']],
  ['entrpoy', ['Entropy and the KV-cache', 'Entropy of "text"']],
  ['experts cach', ['theme:kv-cache 1', 'Caches of experts']],
  ['theme:moe ', []],
  ['', []],
])('%s', async (q, expected) => {
  expect((await suggested(q)).map(brief)).toEqual(expected)
})

test('what follows a quotation mark still open counts as the rest of the query', async () => {
  const q = 'author:" theme:moe'
  expect((await engineOf().suggest({ q, caret: 8 })).map(brief)).toEqual(['Bo Li 1'])
})

test('papers that come later are suggested, and counted', async () => {
  const corpus = corpusOf()
  const engine = localEngine(corpus)
  expect((await suggested('entropy', engine)).map(brief)).not.toContain('Entropy again')
  await suggested('theme:', engine)
  await suggested('author:', engine)
  corpus.addSegment([paperWith({ id: 'd', title: 'Entropy again', themes: ['moe'], authors: ['Bo Li'] })])
  expect((await suggested('entropy', engine)).map(brief)).toContain('Entropy again')
  expect((await suggested('theme:', engine)).map(brief)).toEqual(['kv-cache 2', 'moe 2'])
  expect((await suggested('author:', engine)).map(brief)).toContain('Bo Li 3')
})

test('the count beside a value is what choosing it gives', async () => {
  const engine = digestEngine()
  let checked = 0
  for (const q of [
    'theme:',
    'reasoning theme:',
    'has:',
    'year:',
    'after:',
    'before:',
    'date:2025',
    'listed:',
    'last:',
    'comments:',
    'has:code author:',
    'token kv cach',
  ]) {
    for (const suggestion of await suggested(q, engine)) {
      if (suggestion.kind !== 'value' && suggestion.kind !== 'theme') continue
      const { text } = applySuggestion({ text: q, caret: q.length }, suggestion)
      const { total, inFirstTier } = await engine.search({ q: text, page: 1, pageSize: 1 })
      expect({ text, count: inFirstTier || total }).toEqual({ text, count: suggestion.count })
      checked++
    }
  }
  expect(checked).toBeGreaterThan(40)
})

test('an operator with a set of names lists all of them', async () => {
  const { facets } = await digestEngine().search({ q: '', page: 1, pageSize: 1 })
  const expected = facets.theme.values
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => `${value} ${count}`)
  expect(expected.length).toBeGreaterThan(MAX_SUGGESTIONS)
  expect((await suggested('theme:', digestEngine())).map(brief).toSorted()).toEqual(expected.toSorted())
})

test('any text and caret are answered, with a short list but for sets of names', async () => {
  const engine = digestEngine()
  const { themes } = digestManifest()
  const long = anyQueryText.map(text => text.repeat(Math.ceil(10_000 / (text.length + 1))))
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyQueryText, long), fc.integer({ min: -1, max: 400 }), async (q, caret) => {
      const answer = await engine.suggest({ q, caret })
      const ofSet = answer.every(one => one.kind === 'value' && fieldOf(one.field).kind === 'set')
      expect(answer.length).toBeLessThanOrEqual(ofSet ? themes.length : MAX_SUGGESTIONS)
    }),
    { numRuns: 300 },
  )
})

test('a call that was given up is not answered', async () => {
  const given = AbortSignal.abort(new Error('given up'))
  await expect(digestEngine().suggest({ q: 'token', caret: 5 }, given)).rejects.toThrow('given up')
})
