import { expect, test, vi } from 'vitest'
import { readRecentQueries } from '#app/io/recentQueries.ts'
import { forgetAllQueries, forgetQuery, rememberQuery, useRecentQueries } from '#app/state/recentQueries.ts'
import { STORED_QUERIES, storageName } from '#core/site/storageNames.ts'

const KEY = storageName(STORED_QUERIES, '/')
const shown = () => useRecentQueries.getState().queries
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? '[]')

test('the newest stand first, each once, eight at most', () => {
  for (let i = 1; i <= 9; i++) rememberQuery(`query ${i}`)
  rememberQuery(' query 5 ')
  expect(shown()).toEqual([5, 9, 8, 7, 6, 4, 3, 2].map(i => `query ${i}`))
  expect(stored()).toEqual(shown())
  forgetQuery('query 9')
  expect(stored()).toEqual([5, 8, 7, 6, 4, 3, 2].map(i => `query ${i}`))
  forgetAllQueries()
  expect([shown(), localStorage.getItem(KEY)]).toEqual([[], null])
})

test.each(['', '   ', 'x'.repeat(257)])('%j is no query to come back to', query => {
  rememberQuery(query)
  expect(shown()).toEqual([])
})

test.each([
  ['nonsense', undefined],
  ['{"a":1}', []],
  ['null', []],
  ['"text"', []],
  ['[1,null,{},[],"  a ","a","","b"]', ['a', 'b']],
  [
    JSON.stringify(['x'.repeat(300), ...Array.from({ length: 20 }, (_, i) => `q${i}`)]),
    [0, 1, 2, 3, 4, 5, 6, 7].map(i => `q${i}`),
  ],
])('of %.30s in the storage what is sound is read', (content, queries) => {
  localStorage.setItem(KEY, content)
  expect(readRecentQueries()).toEqual(queries)
})

test('what another tab added is kept, and shown', () => {
  rememberQuery('mine')
  localStorage.setItem(KEY, JSON.stringify(['theirs', 'mine']))
  rememberQuery('newest')
  expect(stored()).toEqual(['newest', 'theirs', 'mine'])
  localStorage.setItem(KEY, JSON.stringify(['theirs']))
  dispatchEvent(new StorageEvent('storage', { key: KEY }))
  expect(shown()).toEqual(['theirs'])
  localStorage.clear()
  dispatchEvent(new StorageEvent('storage', { key: null }))
  expect(shown()).toEqual([])
})

test('storage that is blocked or full leaves queries that last as long as the page', () => {
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }
  rememberQuery('stored')
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  rememberQuery('a')
  rememberQuery('b')
  expect(shown()).toEqual(['b', 'a', 'stored'])
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse)
  expect(readRecentQueries()).toBeUndefined()
  forgetAllQueries()
  rememberQuery('c')
  expect(shown()).toEqual(['c'])
})
