import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addClause,
  isAbout,
  isSameValue,
  negateClause,
  removeClause,
  replaceTerm,
  toggleValue,
  valueStateOf,
  valuesOf,
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

test('what a query includes and excludes of a field is read from clauses about that field alone', () => {
  const { clauses } = parse('theme:rlvr,moe | theme:kv-cache -theme:old (theme:a | b) org:x entropy')
  expect(valuesOf(clauses, 'theme')).toEqual({ included: ['rlvr', 'moe', 'kv-cache'], excluded: ['old'] })
  expect(valuesOf(clauses, 'org')).toEqual({ included: ['x'], excluded: [] })
  expect(valuesOf(parse('comments:1..4 -comments:7').clauses, 'comments')).toEqual({
    included: ['1..4'],
    excluded: ['7'],
  })
})

test.each([
  ['theme:rlvr', true],
  ['-theme:rlvr', true],
  ['theme:rlvr | theme:moe', true],
  ['theme:rlvr | moe', false],
  ['org:rlvr', false],
  ['rlvr', false],
  ['-(a b)', false],
])('whether %s is about themes alone: %s', (text, isSo) => {
  expect(isAbout(clauseOf(text, 0).query, 'theme')).toBe(isSo)
})

test('values are the same where they are found by the same search', () => {
  expect(isSameValue('Ana Pérez', 'ana perez')).toBe(true)
  expect(isSameValue('Ana', 'Bo')).toBe(false)
  expect(valueStateOf(parse('author:"ana perez"').clauses, 'author', 'Ana Pérez')).toBe('included')
  expect(withValue('author:"ana perez" a', 'author', 'Ana Pérez', 'neutral')).toBe('a')
})

test('texts stand in quotation marks, and alternatives of them beside each other', () => {
  const one = withValue('a', 'org', 'Open AI', 'included')
  expect(one).toBe('a org:"Open AI"')
  const two = withValue(one, 'org', 'B', 'included')
  expect(two).toBe('a org:"Open AI" | org:"B"')
  expect(withValue(two, 'org', 'Open AI', 'neutral')).toBe('a org:"B"')
  expect(withValue('a -(org:"A" | org:"B" | org:"C")', 'org', 'A', 'neutral')).toBe('a -(org:"B" | org:"C")')
  expect(withValue('a', 'date', '2025', 'excluded')).toBe('a -date:2025')
})

test('values that a paper needs to have all stand in clauses of their own', () => {
  expect(withValue('author:"A"', 'author', 'B', 'included', 'all')).toBe('author:"A" author:"B"')
  expect(toggleValue('author:"A"', 'author', 'B', 'included', 'all')).toBe('author:"A" author:"B"')
})

test('asking for a value once more takes it back', () => {
  expect(toggleValue('a', 'theme', 'moe', 'included')).toBe('a theme:moe')
  expect(toggleValue('a theme:moe', 'theme', 'moe', 'included')).toBe('a')
  expect(toggleValue('a theme:moe', 'theme', 'moe', 'excluded')).toBe('a -theme:moe')
  expect(toggleValue('a -theme:moe', 'theme', 'moe', 'excluded')).toBe('a')
  expect(toggleValue('theme:moe,rlvr -theme:old', 'theme', 'old', 'included')).toBe('theme:moe,rlvr,old')
})

test('clauses that stood against each other stand apart after a change, and no more than that', () => {
  expect(negateClause('a(b | c)d', clauseOf('a(b | c)d', 1))).toBe('a -(b | c) d')
  expect(removeClause('a(b | c)d', clauseOf('a(b | c)d', 1))).toBe('a d')
  expect(removeClause('  a   b  ', clauseOf('  a   b  ', 0))).toBe('b')
  expect(removeClause('  a   b  ', clauseOf('  a   b  ', 1))).toBe('a')
  expect(addClause('  ', 'a')).toBe('a')
  expect(addClause('a  ', 'b')).toBe('a b')
  expect(addClause('  a  ', 'b')).toBe('  a b')
  expect(addClause('"', 'b')).toBe('b')
})

test('a word that only alternatives or exclusions have is replaced there as well', () => {
  expect(replaceTerm('-rew rew x', 'rew', 'reward')).toBe('-reward reward x')
  expect(replaceTerm('-theme:rew rew', 'rew', 'reward')).toBe('-theme:rew reward')
  expect(replaceTerm('(theme:rew)rew', 'rew', 'reward')).toBe('(theme:rew)reward')
  expect(replaceTerm('rew(theme:rew)', 'rew', 'reward')).toBe('reward(theme:rew)')
})

test('a value can be set and unset in any text', () => {
  fc.assert(
    fc.property(anyQueryText, fc.constantFrom('included' as const, 'excluded' as const), (text, state) => {
      const set = withValue(text, 'theme', 'zz', state)
      fc.pre(
        set.length <= 256 &&
          parse(set).problems.every(({ message }) => !message.startsWith('Only the first')),
      )
      expect(valueStateOf(parse(set).clauses, 'theme', 'zz')).toBe(state)
      expect(valueStateOf(parse(withValue(set, 'theme', 'zz', 'neutral')).clauses, 'theme', 'zz')).toBe(
        'neutral',
      )
    }),
    { numRuns: 1_000 },
  )
})
