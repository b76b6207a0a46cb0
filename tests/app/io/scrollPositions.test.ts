import { beforeEach, expect, test, vi } from 'vitest'
import { STORED_PLACES, storageName } from '#core/site/storageNames.ts'

const KEY = storageName(STORED_PLACES, '/')

/** The memory as a page finds it that was loaded anew. */
const reloaded = () => {
  vi.resetModules()
  return import('#app/io/scrollPositions.ts')
}

beforeEach(() => sessionStorage.clear())

test('a place is there after a reload, with what was expanded and the first card in view', async () => {
  const place = { scroll: 900, paper: 'a', first: { paper: 'b', top: 12.5 }, expanded: ['a', 'c'] }
  const before = await reloaded()
  before.rememberScrollPosition('entry', place)
  before.saveScrollPositions()
  expect((await reloaded()).scrollPositionOf('entry')).toEqual(place)
})

test('of junk in the storage only what can be a place is believed', async () => {
  sessionStorage.setItem(
    KEY,
    JSON.stringify([
      ['fields', { scroll: 5, paper: 7, first: { paper: 'b', top: '3' }, expanded: ['a', 4, null], more: 1 }],
      ['list', { scroll: 6, first: [], expanded: 'abc' }],
      ['no scroll', { scroll: '5' }],
      ['null', null],
      [8, { scroll: 5 }],
      null,
    ]),
  )
  const { scrollPositionOf } = await reloaded()
  expect(scrollPositionOf('fields')).toEqual({ scroll: 5, expanded: ['a'] })
  expect(scrollPositionOf('list')).toEqual({ scroll: 6 })
  for (const entry of ['no scroll', 'null', '8']) expect(scrollPositionOf(entry)).toBeUndefined()
  sessionStorage.setItem(KEY, '{not json')
  expect((await reloaded()).scrollPositionOf('fields')).toBeUndefined()
})
