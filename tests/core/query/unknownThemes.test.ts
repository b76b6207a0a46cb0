import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '#core/query/parse.ts'
import {
  themeAsWords,
  type UnknownThemes,
  withThemeInstead,
  withWordsForThemes,
} from '#core/query/unknownThemes.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

const THEMES = ['rlvr', 'moe']
const unknownIn = (q: string): UnknownThemes[] =>
  parse(q, { themes: THEMES }).problems.flatMap(({ themes, ...problem }) =>
    themes ? [{ ...problem, themes }] : [],
  )

test.each([
  ['theme:old-theme', 'old theme'],
  ['entropy theme:old-theme has:code', 'entropy old theme has:code'],
  ['-theme:old-theme', '-(old theme)'],
  ['a | theme:old', 'a | old'],
  ['a | theme:old-theme', 'a | (old theme)'],
  ['theme:rlvr,old-theme', '(theme:rlvr | "old theme")'],
  ['theme:old,older', '(old | older)'],
  ['theme:rlvr,moe,old', '(theme:rlvr,moe | old)'],
  ['theme:rlvr,---', '(theme:rlvr)'],
  ['entropy theme:---', 'entropy'],
  ['theme:--- entropy', 'entropy'],
])('%s is searched for by words: %s', (q, expected) => {
  const [problem] = unknownIn(q)
  expect(withWordsForThemes(q, problem as UnknownThemes)).toBe(expected)
})

test.each([
  ['theme:old entropy', 'theme:moe entropy'],
  ['-theme:rlvr,old', '-theme:rlvr,moe'],
])('%s is searched for by another theme: %s', (q, expected) => {
  const [problem] = unknownIn(q)
  expect(withThemeInstead(q, problem as UnknownThemes, 'moe')).toBe(expected)
})

test('the id of a theme is read as the words in it', () => {
  expect(themeAsWords('-KV--cache.')).toBe('kv cache')
  expect(themeAsWords('gpt4')).toBe('gpt4')
})

test('either way out leaves one unknown theme fewer', () => {
  fc.assert(
    fc.property(anyQueryText, before => {
      const q = `theme:old-theme ${before}`
      const [problem, ...others] = unknownIn(q) as [UnknownThemes]
      expect(unknownIn(withWordsForThemes(q, problem))).toHaveLength(others.length)
      expect(unknownIn(withThemeInstead(q, problem, 'moe'))).toHaveLength(others.length)
    }),
  )
})
