import { afterEach, expect, test, vi } from 'vitest'
import type { ToPage, ToWorker } from '#core/engine/protocol.ts'
import { type PagePort, serve } from '#worker/serve.ts'

/** A port that keeps what the engine says. */
function servedPort() {
  const said: ToPage[] = []
  const port: PagePort = { postMessage: message => said.push(message), onmessage: null }
  serve(port)
  const tell = (data: ToWorker) => port.onmessage?.(new MessageEvent('message', { data }))
  return { said, tell }
}

afterEach(() => vi.unstubAllGlobals())

test('a sign of life says whether the engine was told of a corpus [row 70]', () => {
  // The corpus never arrives: what is open is not yet loaded.
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  const { said, tell } = servedPort()
  expect(said).toEqual([{ type: 'started' }])
  tell({ type: 'ping' })
  expect(said.at(-1)).toEqual({ type: 'pong', isOpen: false })
  tell({ type: 'open', corpus: 'https://papers.example/corpus/' })
  tell({ type: 'ping' })
  expect(said.at(-1)).toEqual({ type: 'pong', isOpen: true })
})
