import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hadNoRoom, isNoRoom, noteNoRoom } from '#offline/room.ts'

const kept = new Map<string, Response>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('caches', {
    match: async (key: string) => kept.get(key)?.clone(),
    open: async () => ({ put: async (key: string, response: Response) => kept.set(key, response) }),
  })
  vi.useFakeTimers({ now: new Date('2025-12-11T12:00:00Z') })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a lack of room is remembered for a week, for the build that it was found by', async () => {
  expect(await hadNoRoom('/', 'one')).toBe(false)
  await noteNoRoom('/', 'one')
  expect(await hadNoRoom('/', 'one')).toBe(true)
  expect(await hadNoRoom('/', 'two')).toBe(false)
  expect(await hadNoRoom('/papers/', 'one')).toBe(false)
  vi.setSystemTime(new Date('2025-12-18T11:59:00Z'))
  expect(await hadNoRoom('/', 'one')).toBe(true)
  vi.setSystemTime(new Date('2025-12-18T12:00:00Z'))
  expect(await hadNoRoom('/', 'one')).toBe(false)
})

test('a clock that was wrong, a damaged note or a storage that fails keeps nobody from trying', async () => {
  await noteNoRoom('/', 'one')
  vi.setSystemTime(new Date('2025-11-01T12:00:00Z'))
  expect(await hadNoRoom('/', 'one')).toBe(false)
  kept.set('/no-room', new Response('{'))
  expect(await hadNoRoom('/', 'one')).toBe(false)
  vi.stubGlobal('caches', { match: () => Promise.reject(new DOMException('', 'SecurityError')) })
  expect(await hadNoRoom('/', 'one')).toBe(false)
})

test('only a full storage is a lack of room', () => {
  expect(isNoRoom(new DOMException('', 'QuotaExceededError'))).toBe(true)
  expect(isNoRoom(new DOMException('', 'AbortError'))).toBe(false)
  expect(isNoRoom(new TypeError('Failed to fetch'))).toBe(false)
})
