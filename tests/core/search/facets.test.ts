import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { withValue } from '#core/query/edit.ts'
import { parse } from '#core/query/parse.ts'
import { FACET_NAMES, type FacetName, facetOf, facetValues } from '#core/search/facets.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

const ask = (q: string) => ({ q, page: 1, pageSize: 100 })

function engineOf(...papers: Parameters<typeof paperWith>[0][]): SearchEngine {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers.map((paper, i) => paperWith({ id: `p${i}`, ...paper })))
  return engine
}

const organisations = engineOf(
  { organization: { slug: 'occ-ai', name: 'OCC' }, comments: 2, authors: ['A B'], publishedAt: '2025-11-02' },
  { organization: { name: 'Carnegie Mellon University' }, comments: 0, publishedAt: '2025-10-30' },
  { organization: { name: 'École normale' }, comments: 30, codeUrls: ['https://github.com/a/b'] },
  { organization: { name: 'Maker of "quotes"' } },
)

test('a value of any facet, chosen, gives as many papers as were counted for it', async () => {
  const engine = digestEngine()
  for (const q of ['', 'token', 'theme:rlvr -has:code', 'comments:0 | comments:1..4']) {
    const { facets } = await engine.search(ask(q))
    for (const name of FACET_NAMES) {
      const { field, together } = facetOf(name)
      for (const { value, count } of facets[name].values) {
        const others = facetValues(name, facets[name].values, parse(q).clauses)
          .filter(other => other.state === 'included' && other.value !== value)
          .reduce((text, other) => withValue(text, field, other.value, 'neutral'), q)
        const chosen = withValue(together === 'any' ? others : q, field, value, 'included', together)
        expect({ chosen, total: (await engine.search(ask(chosen))).total }).toEqual({ chosen, total: count })
      }
    }
  }
})

test('values of one facet widen, facets narrow each other, and what is chosen does not change its own counts', async () => {
  const one = withValue('', 'org', 'OCC', 'included')
  const two = withValue(one, 'org', 'Carnegie Mellon University', 'included')
  expect(two).toBe('org:"OCC" | org:"Carnegie Mellon University"')
  const { total, facets } = await organisations.search(ask(two))
  expect(total).toBe(2)
  expect(facets.org.values.map(({ value }) => value)).toEqual([
    'Carnegie Mellon University',
    'OCC',
    'École normale',
  ])
  expect(facets.published.values).toEqual([
    { value: '2025-11', count: 1 },
    { value: '2025-10', count: 1 },
  ])
  const narrowed = withValue(two, 'comments', '1..4', 'included')
  expect((await organisations.search(ask(narrowed))).total).toBe(1)
})

test('values that are chosen bind beside words of which only some are found', async () => {
  const engine = engineOf(
    { title: 'Entropy', organization: { name: 'OCC' } },
    { title: 'Entropy', organization: { name: 'Another' } },
  )
  const { total } = await engine.search(ask('entropy org:"OCC" | org:"A third"'))
  expect(total).toBe(1)
})

test('papers need to have all of what is chosen under “Has”', async () => {
  const code = withValue('', 'has', 'code', 'included', 'all')
  const both = withValue(code, 'has', 'comments', 'included', 'all')
  expect(both).toBe('has:code has:comments')
  const { total, facets } = await organisations.search(ask(code))
  expect(total).toBe(1)
  expect(facets.has.values).toEqual([
    { value: 'code', count: 1 },
    { value: 'comments', count: 1 },
  ])
})

test('a chosen value is listed where nothing has it, and however it was typed', async () => {
  const { facets } = await organisations.search(ask('org:"ecole normale" comments:>=20 theme:rlvr'))
  const { clauses } = parse('org:"ecole normale" theme:rlvr')
  expect(facetValues('org', facets.org.values, clauses)).toEqual([
    { value: 'ecole normale', count: 0, state: 'included' },
  ])
  const all = await organisations.search(ask('org:"ecole normale"'))
  expect(facetValues('org', all.facets.org.values, clauses)[2]).toEqual({
    value: 'École normale',
    count: 1,
    state: 'included',
  })
})

test('numbers are counted in ranges that leave out none that is known', async () => {
  const { facets } = await organisations.search(ask(''))
  expect(facets.comments.values).toEqual([
    { value: '0', count: 1 },
    { value: '1..4', count: 1 },
    { value: '>=20', count: 1 },
  ])
  expect(facets.authors.values).toEqual([{ value: '1', count: 1 }])
})

test('of long lists the first are counted, those the query names, and the rest are found by name', async () => {
  const engine = engineOf(
    ...Array.from({ length: 50 }, (_, i) => ({ organization: { name: `Lab number ${100 + i}` } })),
  )
  const { facets } = await engine.search(ask('org:"Lab number 149"'))
  expect(facets.org.distinct).toBe(50)
  expect(facets.org.values).toHaveLength(31)
  expect(facets.org.values.at(-1)).toEqual({ value: 'Lab number 149', count: 1 })
  expect(
    await engine.facetValues({ q: 'org:"Lab number 149"', name: 'org', typed: 'number 14' }),
  ).toHaveLength(10)
  expect(await engine.facetValues({ q: 'nothing', name: 'org', typed: 'lab' })).toEqual([])
})

test('any value of a facet can be chosen, excluded and let go in any query', () => {
  const values = fc.constantFrom<[FacetName, string]>(
    ['org', 'Carnegie Mellon University'],
    ['comments', '1..4'],
    ['comments', '>=20'],
    ['published', '2025-10'],
    ['listed', '2025-12-11'],
    ['has', 'code'],
  )
  const queries = fc.constantFrom(
    ...['', 'entropy', 'org:"OCC"', '-org:"OCC"', 'comments:0 | comments:5..19 x', 'x |', '-(org:A | org:B)'],
  )
  const states = fc.constantFrom('included' as const, 'excluded' as const)
  fc.assert(
    fc.property(queries, values, states, (q, [name, value], state) => {
      const { field, together } = facetOf(name)
      const stateIn = (text: string) => {
        const { clauses, problems } = parse(text)
        expect(problems).toEqual([])
        return facetValues(name, [], clauses).find(other => other.value === value)?.state
      }
      const set = withValue(q, field, value, state, together)
      expect(stateIn(set)).toBe(state)
      expect(stateIn(withValue(set, field, value, 'neutral', together))).toBeUndefined()
    }),
  )
})

test('themes that papers found have more often than others are named, without those asked for', async () => {
  const engine = engineOf(
    ...Array.from({ length: 12 }, (_, i) => ({
      title: i < 4 ? 'Entropy' : 'Codecs',
      themes: i < 4 ? ['rlvr', 'policy', 'common'] : ['common'],
    })),
  )
  expect((await engine.search(ask('theme:rlvr'))).relatedThemes).toEqual([{ value: 'policy', count: 4 }])
  expect((await engine.search(ask('entropy'))).relatedThemes.map(({ value }) => value)).toEqual([
    'rlvr',
    'policy',
  ])
  expect((await engine.search(ask(''))).relatedThemes).toEqual([])
})
