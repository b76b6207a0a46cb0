import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Theme } from '#core/papers/theme.ts'
import { format } from '#core/query/format.ts'
import { parse, RULE } from '#core/query/parse.ts'
import { followOf } from '#core/site/follow.ts'
import { flawsOf } from '#core/themes/themeRules.ts'
import { anyQuery } from '../../fixtures/queries.ts'

const theme = (id: string, query: string): Theme => ({
  id,
  label: id,
  group: 'Group',
  about: 'About.',
  query,
})
const THEMES = [
  theme('rlvr', 'rlvr | "verifiable rewards"'),
  theme('kv-cache', '"kv cache"'),
  theme('moe', 'moe'),
]

test.each([
  ['', 'all'],
  ['  ', 'all'],
  ['listed:2025-12-11', 'all'],
  ['last:7d', 'all'],
  ['theme:rlvr', 'theme/rlvr'],
  ['theme:RLVR', 'theme/rlvr'],
  ['rlvr | "verifiable rewards"', 'theme/rlvr'],
  ['"kv cache"', 'theme/kv-cache'],
])('“%s” is followed by the feed %s', (q, feed) => {
  expect(followOf(q, THEMES)).toMatchObject({ by: 'feed', feed })
})

test.each([
  ['entropy -survey', 'entropy-survey', 'entropy -survey'],
  ['theme:rlvr entropy', 'theme-rlvr-entropy', 'rlvr | "verifiable rewards" entropy'],
  ['theme:rlvr,kv-cache', 'theme-rlvr-kv-cache', 'rlvr | "verifiable rewards" | "kv cache"'],
  ['-theme:rlvr token', 'theme-rlvr-token', '-(rlvr | "verifiable rewards") token'],
  ['moe routing', 'moe-routing', 'moe routing'],
  ['"moe', 'moe-2', '"moe"'],
  ['深度 学习', 'a-search', '深度 学习'],
])('“%s” becomes the theme %s with the rule %s', (q, id, rule) => {
  const follow = followOf(q, THEMES)
  expect(follow).toMatchObject({ by: 'new theme', entry: { id, query: rule } })
  expect(follow).not.toHaveProperty('flaw')
})

test.each([
  ['theme:nope token', 'rules can only ask for what papers say'],
  ['-survey', 'It asks for nothing'],
])('“%s” cannot become a theme, and why is said', (q, why) => {
  expect(followOf(q, THEMES)).toMatchObject({ by: 'new theme', flaw: expect.stringContaining(why) })
})

test('whatever was typed, the record is a theme that the build takes, or its flaw is said', () => {
  fc.assert(
    fc.property(fc.oneof(anyQuery.map(format), fc.string({ unit: 'grapheme' })), q => {
      const follow = followOf(q, THEMES)
      if (follow.by === 'feed') return
      expect(flawsOf([...THEMES, Theme.parse(follow.entry)]).length > 0).toBe(follow.flaw !== undefined)
      if (follow.flaw === undefined) expect(parse(follow.entry.query, RULE).problems).toEqual([])
    }),
  )
})
