import { expect, test } from 'vitest'
import type { Theme } from '#core/papers/theme.ts'
import { flawsOf } from '#core/themes/themeRules.ts'

const theme = (id: string, query: string, more: Partial<Theme> = {}): Theme => ({
  id,
  label: id,
  group: 'All',
  about: `Of ${id}.`,
  query,
  ...more,
})

test('themes without a flaw', () => {
  expect(
    flawsOf([theme('a', 'rlvr | "kv cache"'), theme('b', 'title:code -survey', { parent: 'a' })]),
  ).toEqual([])
})

test.each([
  ['rlvr | "open', 'This quotation mark is never closed.'],
  ['theme:a', 'It asks for a theme, “theme:”, and rules can only ask for what papers say.'],
  [
    'rlvr (grpo | -(dapo theme:b))',
    'It asks for a theme, “theme:”, and rules can only ask for what papers say.',
  ],
  ['-survey', 'It asks for nothing: a paper without a word matches it.'],
  ['code | -survey', 'It asks for nothing: a paper without a word matches it.'],
  ['…', 'There is no word to search for in this.'],
])('the rule %s', (query, flaw) => {
  expect(flawsOf([theme('a', query), theme('b', 'code')])).toEqual([`The rule of theme “a”: ${flaw}`])
})

test('an id is given once', () => {
  expect(flawsOf([theme('a', 'x'), theme('a', 'y')])).toEqual(['There are two themes “a”.'])
})

test('a parent is another theme of the same group, and no theme is a part of itself', () => {
  expect(flawsOf([theme('a', 'x', { parent: 'z' })])).toEqual([
    'Theme “a”: There is no theme “z” that it could be a part of.',
  ])
  expect(flawsOf([theme('a', 'x', { parent: 'b' }), theme('b', 'y', { group: 'Other' })])).toEqual([
    'Theme “a”: It is a part of “b”, which is in another group.',
  ])
  expect(flawsOf([theme('a', 'x', { parent: 'b' }), theme('b', 'y', { parent: 'a' })])).toEqual([
    'Theme “a”: It is a part of itself, by way of “b”.',
    'Theme “b”: It is a part of itself, by way of “a”.',
  ])
})
