import { expect, test } from 'vitest'
import { nearThemes } from '#core/themes/nearThemes.ts'

const THEMES = [
  { id: 'rlvr', label: 'RLVR' },
  { id: 'kv-cache', label: 'KV caching' },
  { id: 'moe', label: 'Mixture of experts' },
  { id: 'speech', label: 'Speech' },
  { id: 'speech-synthesis', label: 'Speech synthesis' },
]

test.each([
  ['rlvrr', ['rlvr']],
  ['kv-cahce', ['kv-cache']],
  ['kv-caching', ['kv-cache']],
  ['caches', ['kv-cache']],
  ['mixture-experts', ['moe']],
  ['speach', ['speech']],
  ['synthesis-of-speech', ['speech-synthesis', 'speech']],
  ['of', []],
  ['time-series', []],
  ['深度', []],
  ['-', []],
])('for %s, %j may have been meant', (name, expected) => {
  expect(nearThemes(THEMES, name, 3).map(({ id }) => id)).toEqual(expected)
})
