import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addClause,
  negateClause,
  removeClause,
  replaceTerm,
  stateOf,
  withOnly,
  withValue,
} from '#core/query/edit.ts'
import { parse } from '#core/query/parse.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

const clauseOf = (text: string, index: number) => {
  const clause = parse(text).clauses[index]
  if (!clause) throw new Error(`no clause ${index} in ${text}`)
  return clause
}

test('values of a facet gather in one clause and the rest stays as typed', () => {
  const typed = 'Entropy   "policy optimization"'
  const one = withValue(typed, 'theme', 'rlvr', 'included')
  expect(one).toBe('Entropy   "policy optimization" theme:rlvr')
  const two = withValue(one, 'theme', 'kv-cache', 'included')
  expect(two).toBe('Entropy   "policy optimization" theme:rlvr,kv-cache')
  expect(withValue(two, 'theme', 'rlvr', 'neutral')).toBe('Entropy   "policy optimization" theme:kv-cache')
  expect(withValue(one, 'theme', 'rlvr', 'neutral')).toBe(typed)
})

test('excluding takes the place of including', () => {
  expect(withValue('theme:rlvr,moe a', 'theme', 'moe', 'excluded')).toBe('theme:rlvr a -theme:moe')
  expect(withValue('-theme:moe a', 'theme', 'moe', 'included')).toBe('a theme:moe')
})

test('one value takes the place of all that are included of a field', () => {
  expect(withOnly('date:2024 | date:2025 x -date:2023', 'date', '2025-01..2025-03')).toBe(
    'x -date:2023 date:2025-01..2025-03',
  )
  expect(withOnly('x date:2024', 'date', undefined)).toBe('x')
})

test('clauses are removed and negated in place', () => {
  expect(removeClause('a has:code b', clauseOf('a has:code b', 1))).toBe('a b')
  expect(negateClause('a has:code b', clauseOf('a has:code b', 1))).toBe('a -has:code b')
  expect(negateClause('-(a | b) c', clauseOf('-(a | b) c', 0))).toBe('a | b c')
})

test('a word is replaced where it is searched for, and not in operators', () => {
  expect(replaceTerm('Rew theme:rew "rew x" naïve', 'rew', 'reward')).toBe(
    'reward theme:rew "reward x" naïve',
  )
  expect(replaceTerm('naïve', 'naive', 'native')).toBe('native')
})

test('a clause is not swallowed by what the text left open', () => {
  expect(addClause('"open quote', 'theme:rlvr')).toBe('"open quote" theme:rlvr')
  expect(addClause('(a b', 'theme:rlvr')).toBe('a b theme:rlvr')
  expect(addClause('a |', 'theme:rlvr')).toBe('a theme:rlvr')
})

test('a value can be set and unset in any text', () => {
  fc.assert(
    fc.property(anyQueryText, fc.constantFrom('included' as const, 'excluded' as const), (text, state) => {
      const set = withValue(text, 'theme', 'zz', state)
      fc.pre(
        set.length <= 256 &&
          parse(set).problems.every(({ message }) => !message.startsWith('Only the first')),
      )
      expect(stateOf(parse(set).clauses, 'theme', 'zz')).toBe(state)
      expect(stateOf(parse(withValue(set, 'theme', 'zz', 'neutral')).clauses, 'theme', 'zz')).toBe('neutral')
    }),
    { numRuns: 1_000 },
  )
})
