import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '#cli/ingest/providers/apiRequest.ts'

/** Answers one request. */
export type Handler = (response: ServerResponse, request: IncomingMessage) => void

export const json =
  (value: unknown): Handler =>
  response => {
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(value))
  }

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Handler =>
  response => {
    response.writeHead(code, headers).end(body)
  }

export const body =
  (content: string | Uint8Array, type = 'application/json', headers: Record<string, string> = {}): Handler =>
  response => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(content)
  }

/** A site on this machine that behaves as `answer` says. */
export class LocalSite {
  readonly requests: string[] = []
  base = 'http://127.0.0.1'
  answer: (request: URL) => Handler = () => status(404)
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? '', this.base)
    this.requests.push(url.pathname + url.search)
    this.answer(url)(response, request)
  })

  async start(): Promise<void> {
    await new Promise<void>(listening => this.#server.listen(0, '127.0.0.1', listening))
    this.base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections()
    return new Promise(closed => this.#server.close(closed))
  }
}

/** A clock that advances by sleeping only. */
export class FakeClock implements Clock {
  readonly slept: number[] = []
  #now: number

  constructor(now: string) {
    this.#now = Date.parse(now)
  }

  now(): number {
    return this.#now
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms)
    this.#now += ms
  }
}
