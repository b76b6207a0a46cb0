import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CachedFiles } from '#offline/files.ts'

const SCRIPT = 'assets/index-a.js'
const STYLES = 'assets/index-b.css'
const CONTENTS: Record<string, string> = { [SCRIPT]: 'let answer = 42', [STYLES]: 'p { color: red }' }

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
const keyOf = (path: string): string => `/papers/${path}?${hashOf(CONTENTS[path] as string)}`

/** What the browser keeps, by key. */
let kept: Map<string, Response>
let isFull: boolean
/** What the host was asked for, and how. */
let asked: string[]
let host: (path: string) => Response

const files = new CachedFiles(
  '/papers/',
  Object.fromEntries(
    Object.entries(CONTENTS).map(([path, content]) => [
      path,
      { bytes: content.length, sha256: hashOf(content) },
    ]),
  ),
)

beforeEach(() => {
  kept = new Map()
  isFull = false
  asked = []
  host = path =>
    new Response(CONTENTS[path], { headers: { 'Content-Type': 'text/plain', 'X-Policy': 'strict' } })
  vi.stubGlobal('caches', {
    open: async () => ({
      match: async (key: string) => kept.get(key)?.clone(),
      put: async (key: string, response: Response) => {
        if (isFull) throw new DOMException('', 'QuotaExceededError')
        kept.set(key, response)
      },
    }),
  })
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit) => {
    asked.push(`${url} ${cache}`)
    return host(url.slice('/papers/'.length))
  })
})

afterEach(() => vi.unstubAllGlobals())

const WHOLE = CONTENTS[SCRIPT] as string
const flipped = WHOLE.replace('4', '5')

const DAMAGES: Record<string, Response> = {
  'cut off': new Response(WHOLE.slice(0, 5)),
  empty: new Response(''),
  'longer than it was': new Response(WHOLE + WHOLE),
  'of the same length': new Response(flipped),
  'a web page': new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
  unreadable: new Response(
    new ReadableStream({ start: controller => controller.error(new Error('disk failure')) }),
  ),
}

test.each(Object.entries(DAMAGES))('a kept file that is %s is fetched again [row 60]', async (_, damaged) => {
  kept.set(keyOf(SCRIPT), damaged)
  const answer = await files.answer(SCRIPT)
  expect(await answer.text()).toBe(WHOLE)
  expect(await kept.get(keyOf(SCRIPT))?.text()).toBe(WHOLE)
  expect(asked).toEqual(['/papers/assets/index-a.js default'])
})

test('a kept file that is whole is answered with the type and status that it has, whatever was kept', async () => {
  kept.set(keyOf(SCRIPT), new Response(WHOLE, { status: 404, headers: { 'Content-Type': 'text/html' } }))
  const answer = await files.answer(SCRIPT)
  expect(asked).toEqual([])
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

test('what the host sends with a file is kept, but for its type', async () => {
  await files.answer(STYLES)
  const { headers } = (await files.cached(STYLES)) as Response
  expect([headers.get('X-Policy'), headers.get('Content-Type')]).toEqual([
    'strict',
    'text/css; charset=utf-8',
  ])
})

test('all files that are damaged or missing are fetched again, and no others', async () => {
  await files.cacheAll()
  asked = []
  kept.set(keyOf(STYLES), new Response('p {'))
  await files.cacheAll()
  expect(asked).toEqual(['/papers/assets/index-b.css default'])
  kept.delete(keyOf(SCRIPT))
  await files.cacheAll()
  expect(asked).toHaveLength(2)
})

test('a file that the host sends damaged is asked for past the cache, and neither kept nor used if it stays so', async () => {
  host = () => new Response(flipped)
  expect((await files.answer(SCRIPT)).type).toBe('error')
  expect(asked).toEqual(['/papers/assets/index-a.js default', '/papers/assets/index-a.js reload'])
  expect(kept.size).toBe(0)
  await expect(files.cacheAll()).rejects.toThrow('arrived damaged')
})

test('a file is used where the storage takes nothing, but counts as not kept', async () => {
  isFull = true
  expect(await (await files.answer(SCRIPT)).text()).toBe(WHOLE)
  await expect(files.cacheAll()).rejects.toThrow()
})

test('storage that cannot be opened keeps nothing, and nothing else happens', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('', 'SecurityError')) })
  expect(await files.cached(SCRIPT)).toBeUndefined()
  expect(await (await files.answer(SCRIPT)).text()).toBe(WHOLE)
})
