import { expect, test } from 'vitest'
import { describeQuery } from '#core/query/describe.ts'
import { parse } from '#core/query/parse.ts'

const NAMES: Record<string, string> = { 'theme:rlvr': 'RLVR', 'theme:kv-cache': 'KV caching' }
const nameOf = (field: string, value: string): string | undefined => NAMES[`${field}:${value}`]

test.each([
  ['', 'everything'],
  ['entropy', 'entropy'],
  ['"policy optimization"', '“policy optimization”'],
  ['title:entropy', 'Title: entropy'],
  ['author:"Ana Pérez"', 'Author: “Ana Pérez”'],
  ['-survey', 'not survey'],
  ['a | "b c" | title:d', 'a or “b c” or Title: d'],
  ['(a b) | c', 'a b or c'],
  ['theme:rlvr,kv-cache,moe', 'Theme: RLVR or KV caching or moe'],
  ['-theme:rlvr', 'not Theme: RLVR'],
  ['comments:>=4', 'Comments: ≥ 4'],
  ['comments:<=2', 'Comments: ≤ 2'],
  ['comments:2..4', 'Comments: 2–4'],
])('%s reads as %s', (q, words) => {
  expect(describeQuery(parse(q).query, nameOf)).toBe(words)
})

test('values without other names are called as they are written', () => {
  expect(describeQuery(parse('theme:rlvr').query)).toBe('Theme: rlvr')
})
