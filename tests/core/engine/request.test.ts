import { expect, test } from 'vitest'
import { argsKey, digestRequestOf, requestOf } from '#core/engine/request.ts'

test('a page of a list has 50 papers, a day is read in one', () => {
  expect(requestOf({ q: 'kv cache', layout: 'full', page: 3 })).toEqual({
    q: 'kv cache',
    page: 3,
    pageSize: 50,
  })
  expect(digestRequestOf({ q: '', sort: 'discussed', layout: 'cards', page: 1 })).toEqual({
    q: '',
    sort: 'discussed',
    page: 1,
    pageSize: 100,
  })
})

test('two requests have one key where they ask for the same, however the list is laid out', () => {
  const view = { q: 'a', sort: 'newest', layout: 'cards', page: 2 } as const
  const key = argsKey(requestOf(view))
  expect(argsKey(requestOf({ ...view, layout: 'full' }))).toBe(key)
  for (const other of [{ q: 'b' }, { sort: 'discussed' as const }, { page: 3 }])
    expect(argsKey(requestOf({ ...view, ...other }))).not.toBe(key)
})
