import { expect, test } from 'vitest'
import type { CorpusOptions } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { parse, RULE, TYPED } from '#core/query/parse.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'

const THEME = { id: 'moe', label: 'Experts', group: 'Models', about: 'Some papers.', query: 'expert' }

/** Two papers that differ by a theme, and a third that has nothing in common with them. */
function engineWith(limits: CorpusOptions['limits']) {
  const corpus = new CountedCorpus({ themes: [THEME], segments: [1] }, { ...(limits && { limits }) })
  corpus.addSegment([
    paperWith({ id: 'plain', title: 'Entropy', authors: ['Ada Example'] }),
    paperWith({ id: 'themed', title: 'Entropy of experts', authors: ['Ada Example'], themes: ['moe'] }),
    paperWith({ id: 'other', title: 'Codecs' }),
  ])
  return localEngine(corpus)
}

const ids = (q: string, limits: CorpusOptions['limits']) =>
  engineWith(limits)
    .search({ q, page: 1, pageSize: 10 })
    .then(({ hits }) => hits.map(({ paper }) => paper.id))

/** What each method has to say of which papers a query finds. */
async function foundBy(q: string, limits: CorpusOptions['limits']) {
  const engine = engineWith(limits)
  const places = async (id: string) => {
    const answer = await engine.paper({ id, within: { q } })
    return answer.status === 'found' && answer.place ? [id] : []
  }
  const values = await engine.facetValues({ q, name: 'theme', typed: 'moe' })
  const operator = `${q} author:`
  const suggested = await engine.suggest({ q: operator, caret: operator.length })
  const [plain = [], themed = []] = await engine.explain({ ids: ['plain', 'themed'], q })
  return {
    list: await engine.list({ q }),
    paper: [...(await places('plain')), ...(await places('themed')), ...(await places('other'))],
    themed: values.reduce((sum, { count }) => sum + count, 0),
    suggested: suggested.map(suggestion => ('count' in suggestion ? suggestion.count : undefined)),
    isThemeReason: [...plain, ...themed].some(({ type }) => type === 'theme'),
  }
}

/** Words that fill the limits of what people type, in terms and in characters, without changing what is found. */
const FILLING = Array.from({ length: TYPED.maxTerms + 20 }, () => 'entropy').join(' ')

test('the query is longer than either limit of what people type', () => {
  expect(FILLING.length).toBeGreaterThan(TYPED.maxLength)
  expect(parse(`${FILLING} -theme:moe`).problems).toHaveLength(2)
})

test.each([
  ['within the limits', `entropy -theme:moe`, undefined, ['plain']],
  ['beyond them, cut', `${FILLING} -theme:moe`, undefined, ['plain', 'themed']],
  ['beyond them, where longer queries are allowed', `${FILLING} -theme:moe`, RULE, ['plain']],
])('all methods read the same query: %s', async (_, q, limits, expected) => {
  expect((await ids(q, limits)).sort()).toEqual(expected)
  const found = await foundBy(q, limits)
  expect(found.list.sort()).toEqual(expected)
  expect(found.paper).toEqual(expected)
})

test('suggestions count over the query that is searched for, however long it may be', async () => {
  const long = `${FILLING} -theme:moe`
  expect((await foundBy(long, RULE)).suggested).toEqual([1])
  expect((await foundBy(long, undefined)).suggested).toEqual([])
})

test('values of a facet and reasons follow the same limits', async () => {
  const within = `${FILLING} theme:moe`
  expect(await foundBy(within, RULE)).toMatchObject({ paper: ['themed'], isThemeReason: true })
  expect(await foundBy(within, undefined)).toMatchObject({ paper: ['plain', 'themed'], isThemeReason: false })
  expect((await foundBy(`${FILLING} -experts`, RULE)).themed).toBe(0)
  expect((await foundBy(`${FILLING} -experts`, undefined)).themed).toBe(1)
})

test('a theme that does not exist is one problem, and finds nothing by any method', async () => {
  const q = 'theme:nowhere'
  const { problems, total } = await engineWith(undefined).search({ q, page: 1, pageSize: 10 })
  expect(problems).toMatchObject([{ themes: ['nowhere'] }])
  expect(total).toBe(0)
  expect(await foundBy(q, undefined)).toMatchObject({ list: [], paper: [], themed: 1 })
})
