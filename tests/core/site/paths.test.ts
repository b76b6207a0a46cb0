import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathBelow, paths } from '#core/site/paths.ts'

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

test.each([
  ['/~jdoe/papers/', '/~jdoe/papers/', '/'],
  ['/~jdoe/papers/', '/%7Ejdoe/papers/paper/2507.10524', '/paper/2507.10524'],
  ['/~jdoe/papers/', '/%7ejdoe/pa%70ers/', '/'],
  ['/~jdoe/papers/', '/%7Ejdoe/papers', '/'],
  ['/%7Ejdoe/papers/', '/~jdoe/papers/help', '/help'],
  ['/~jdoe/papers/', '/~Jdoe/Papers/help', '/help'],
  ['/caf%C3%A9/', '/caf%c3%a9/themes', '/themes'],
  ['/~jdoe/papers/', '/~jdoe/papers//evil.example', '/evil.example'],
  ['/~jdoe/papers/', '/~jdoe/papers/theme/%E0%A4%A', '/theme/%E0%A4%A'],
  ['/~jdoe/papers/', '/~jdoe/papers-2/', undefined],
  ['/~jdoe/papers/', '/%E0%A4%A/papers/', undefined],
  ['/~jdoe/papers/', '/', undefined],
  ['/', '/', '/'],
  ['/', '/theme/rlvr', '/theme/rlvr'],
  ['/', '//evil.example/x', '/evil.example/x'],
])('below %s, %s is %s', (base, path, below) => {
  expect(pathBelow(base, path)).toBe(below)
})

test('any character of a base may be escaped, in any case', () => {
  const spelling = fc.array(fc.constantFrom('as it is', 'upper', 'lower'), { minLength: 13, maxLength: 13 })
  fc.assert(
    fc.property(spelling, spellings => {
      const spelt = Array.from('~jdoe/papers/', (sign, at) => {
        const escaped = `%${sign.charCodeAt(0).toString(16)}`
        if (sign === '/' || spellings[at] === 'as it is') return sign
        return spellings[at] === 'upper' ? escaped.toUpperCase() : escaped
      }).join('')
      expect(pathBelow('/~jdoe/papers/', `/${spelt}paper/a%2Fb`)).toBe('/paper/a%2Fb')
    }),
  )
})
