import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Manifest } from '#core/papers/manifest.ts'
import { Fault, type FaultKind } from '#worker/fault.ts'
import { Loader } from '#worker/loader.ts'
import { type FaultName, FaultyHost } from '../faultyHost.ts'

const lexicon = { version: 3 as const, words: 'Atoken', frequencies: '!', acronyms: [], joins: '' }
const content = JSON.stringify(lexicon)
const entry = {
  file: 'lexicon.json',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
}
const manifest: Manifest = { version: 3, papers: 0, themes: [], lexicon: entry, segments: [] }
const FILES = new Map([
  ['/corpus/lexicon.json', content],
  ['/corpus/manifest.json', JSON.stringify(manifest)],
])

let host: FaultyHost
/** Bytes that have come and were of use, or may be. */
let arrived: number

beforeEach(async () => {
  host = await FaultyHost.start(path => {
    const file = FILES.get(path)
    return file === undefined
      ? undefined
      : { content: Buffer.from(file), headers: { 'Content-Type': 'application/json' } }
  })
  arrived = 0
  vi.stubGlobal('navigator', { onLine: true })
})

afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await host.close()
})

const loader = (limits = {}) =>
  new Loader(
    new URL('/corpus/', host.origin),
    bytes => {
      arrived += bytes
    },
    limits,
  )
const HASTE = { pauseMs: 0 }

const kindOf = (load: Promise<unknown>): Promise<FaultKind> =>
  load.then(
    () => expect.unreachable('it was used'),
    error => {
      expect(error).toBeInstanceOf(Fault)
      return (error as Fault).kind
    },
  )

test('a file that arrives whole is used', async () => {
  expect(await loader().lexicon(entry)).toEqual(lexicon)
  expect(await loader().manifest()).toEqual(manifest)
  expect(arrived).toBe(entry.bytes)
})

/** What each fault of a host is told as. */
const TOLD: [FaultName, FaultKind][] = [
  ['not there', 'missing'],
  ['not for everybody', 'refused'],
  ['an error', 'unavailable'],
  ['too busy', 'unavailable'],
  ['a log-in page', 'foreign'],
  ['empty', 'damaged'],
  ['with a bit flipped', 'damaged'],
  ['of the same length', 'damaged'],
  ['longer than it should be', 'damaged'],
  ['cut off', 'unreachable'],
  ['cut from the line', 'unreachable'],
]

test.each(TOLD)(
  'a file that is %s is asked for three times and refused as %s [row 59] [row 60]',
  async (how, kind) => {
    host.misbehave(/lexicon/, how)
    expect(await kindOf(loader(HASTE).lexicon(entry))).toBe(kind)
    expect(host.asked.map(({ isPastCache }) => isPastCache)).toEqual([false, true, true])
    expect(arrived).toBe(0)
  },
)

test.each(TOLD.filter(([, kind]) => kind !== 'damaged'))(
  'a manifest that is %s is refused as %s [row 59]',
  async (how, kind) => {
    host.misbehave(/manifest/, how)
    expect(await kindOf(loader(HASTE).manifest())).toBe(kind)
  },
)

test.each([...TOLD.map(([how]) => how), 'cut while compressed' as const])(
  'a file that is %s but once is used when it comes again [row 59] [row 60]',
  async how => {
    host.misbehave(/lexicon/, how, 1)
    expect(await loader(HASTE).lexicon(entry)).toEqual(lexicon)
    expect(host.asked.map(({ isPastCache }) => isPastCache)).toEqual([false, true])
    expect(arrived).toBe(entry.bytes)
  },
)

test('a file that can be read, but is not the one the manifest means, is refused [row 60]', async () => {
  for (const other of [content.replace('token', 'taken'), content.replace('token', 'tokens')]) {
    host.misbehave(/lexicon/, (_, response) => response.end(other))
    expect(await kindOf(loader(HASTE).lexicon(entry))).toBe('damaged')
  }
})

test('compressed data that ends in the middle is no success [row 60]', async () => {
  host.misbehave(/lexicon/, 'cut while compressed')
  // Some readers take the half for the whole, others notice.
  expect(['damaged', 'unreachable']).toContain(await kindOf(loader(HASTE).lexicon(entry)))
})

test('a file of a wrong type is used where it is the right one [row 59]', async () => {
  host.misbehave(/corpus/, 'of another type')
  expect(await loader().lexicon(entry)).toEqual(lexicon)
  expect(await loader().manifest()).toEqual(manifest)
})

test.each<[string, string, FaultKind]>([
  ['of another version', '{"version":9}', 'version'],
  ['no JSON', '{"version":3', 'damaged'],
  ['other JSON', '{"version":3,"papers":"many"}', 'damaged'],
  ['nothing', '', 'damaged'],
])('a manifest that is %s is refused [row 59]', async (_, text, kind) => {
  host.misbehave(/manifest/, (_, response) => response.end(text))
  expect(await kindOf(loader(HASTE).manifest())).toBe(kind)
})

test.each<[FaultName, string]>([
  ['not there', 'the site does not have /corpus/lexicon.json (404)'],
  ['too busy', 'the site cannot send /corpus/lexicon.json now (503)'],
  ['of the same length', '/corpus/lexicon.json arrived damaged'],
])('a file that is %s is told in words that name it', async (how, words) => {
  host.misbehave(/lexicon/, how)
  await expect(loader(HASTE).lexicon(entry)).rejects.toThrow(words)
})

test('without a network that is what is told', async () => {
  host.misbehave(/lexicon/, 'cut from the line')
  vi.stubGlobal('navigator', { onLine: false })
  expect(await kindOf(loader(HASTE).lexicon(entry))).toBe('offline')
})

test('where the browser cannot hash, the length alone is looked at', async () => {
  vi.stubGlobal('crypto', {})
  host.misbehave(/lexicon/, 'empty')
  expect(await kindOf(loader(HASTE).lexicon(entry))).toBe('damaged')
  host.misbehave(/lexicon/, (_, response) => response.end(content.replace('token', 'taken')))
  expect(await loader(HASTE).lexicon(entry)).toEqual({ ...lexicon, words: 'Ataken' })
})

/** Time passes for what is loaded when a test says so; the network goes on. */
const holdTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve))
}

test.each<FaultName>(['never answered', 'silent after its head', 'silent in the middle'])(
  'a file that is %s is given up after ten seconds, and after ten more [row 61]',
  async how => {
    holdTime()
    const { fetch } = globalThis
    let heads = 0
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const response = await fetch(...asked)
      heads++
      return response
    })
    host.misbehave(/lexicon/, how)
    let isGivenUp = false
    const loading = kindOf(loader().lexicon(entry)).finally(() => {
      isGivenUp = true
    })
    for (const tries of [1, 2]) {
      // As much of it has come as will.
      await until(() => host.asked.length === tries && (how === 'never answered' || heads === tries))
      await until(() => how !== 'silent in the middle' || arrived > 0)
      vi.advanceTimersByTime(9_999)
      await new Promise(resolve => setImmediate(resolve))
      expect(isGivenUp).toBe(false)
      vi.advanceTimersByTime(1)
      await until(() => isGivenUp || vi.getTimerCount() > 0)
      expect(isGivenUp).toBe(tries === 2)
      vi.advanceTimersByTime(400)
    }
    expect(await loading).toBe('late')
    expect(arrived).toBe(0)
  },
)

test('a file that comes slowly is waited for, however long it takes [row 61]', async () => {
  holdTime()
  let response: ServerResponse | undefined
  host.misbehave(/lexicon/, (_, given) => {
    response = given
    given.flushHeaders()
  })
  const loading = loader().lexicon(entry)
  await until(() => response !== undefined)
  for (let at = 0; at < content.length; at++) {
    vi.advanceTimersByTime(9_000)
    response?.write(content[at])
    await until(() => arrived > at)
  }
  response?.end()
  expect(await loading).toEqual(lexicon)
  expect(host.asked).toHaveLength(1)
})

test('a manifest that can be done without is asked for once, and given up after three seconds [row 63]', async () => {
  host.misbehave(/manifest/, 'an error', 1)
  expect(await kindOf(loader(HASTE).manifest(false))).toBe('unavailable')
  expect(host.asked).toHaveLength(1)
  holdTime()
  let response: ServerResponse | undefined
  host.misbehave(/manifest/, (_, given) => {
    response = given
    given.flushHeaders()
  })
  let isGivenUp = false
  const loading = kindOf(loader().manifest(false)).finally(() => {
    isGivenUp = true
  })
  await until(() => response !== undefined)
  // That some of it comes changes nothing.
  for (const ms of [1_500, 1_499]) {
    vi.advanceTimersByTime(ms)
    response?.write(' ')
    await new Promise(resolve => setImmediate(resolve))
    expect(isGivenUp).toBe(false)
  }
  vi.advanceTimersByTime(1)
  expect(await loading).toBe('late')
  expect(host.asked).toHaveLength(2)
})
