import { expect, test } from 'vitest'
import { paths } from '#core/paths.ts'

test('links of the site begin at its base, and take a view along where there is one', () => {
  expect(paths.front()).toBe('/')
  expect(paths.front('q=a')).toBe('/?q=a')
  expect(paths.theme('kv-cache')).toBe('/theme/kv-cache')
  expect(paths.theme('kv-cache', 'page=2')).toBe('/theme/kv-cache?page=2')
  expect([paths.themes(), paths.digests(), paths.help()]).toEqual(['/themes', '/digests', '/help'])
  expect(paths.digest('2025-W50')).toBe('/digest/2025-W50')
})

test('whatever an id holds, it stays in its place in the path', () => {
  expect(paths.paper('math/0211159')).toBe('/paper/math/0211159')
  expect(paths.paper('a?b#c/d e')).toBe('/paper/a%3Fb%23c/d%20e')
  expect(paths.theme('a/b?c')).toBe('/theme/a%2Fb%3Fc')
  expect(paths.digest('a/b')).toBe('/digest/a%2Fb')
})
