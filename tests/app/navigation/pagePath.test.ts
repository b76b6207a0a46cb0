import { expect, test } from 'vitest'
import { matchPage } from '#app/navigation/pagePath.ts'
import { PATTERNS, paths } from '#core/site/paths.ts'

const partOf = (pattern: string, path: string, place: string) => matchPage(pattern, path)?.params[place]

test('what links say is read back from the address', () => {
  for (const id of ['2507.10524', 'math/0211159', 'ä ö?#', '100%', 'a%20b'])
    expect(partOf(PATTERNS.paper, paths.paper(id), '*')).toBe(id)
  expect(partOf(PATTERNS.theme, paths.theme('kv cache'), 'id')).toBe('kv cache')
  expect(partOf(PATTERNS.digest, paths.digest('2025-W50'), 'id')).toBe('2025-W50')
})

test('an address that is badly encoded is read as it stands', () => {
  expect(partOf(PATTERNS.theme, '/theme/%E0%A4%A', 'id')).toBe('%E0%A4%A')
})

test('a slash at the end and encoded letters make no other page', () => {
  expect(matchPage(PATTERNS.themes, '/themes/')).not.toBeNull()
  expect(matchPage(PATTERNS.themes, '/%74hemes')).not.toBeNull()
  expect(matchPage(PATTERNS.themes, '/themes/rlvr')).toBeNull()
  expect(matchPage(PATTERNS.theme, '/theme/a/b')).toBeNull()
})
