import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A file as a host sends it. */
export interface Served {
  content: Buffer
  headers: Record<string, string>
  status?: number
}

type Answer = (served: Served, response: ServerResponse) => void

const sends =
  (content: (whole: Buffer) => Buffer | string, status = 200, type?: string): Answer =>
  ({ content: whole, headers }, response) => {
    response.writeHead(status, { ...headers, ...(type !== undefined && { 'Content-Type': type }) })
    response.end(content(whole))
  }

const LOG_IN = '<!doctype html><title>Log in</title><p>Welcome to the network of this café.'

/** Bytes a second of a host that is slow. */
const SLOW_BYTES = 1_000

/** All that a host can do wrong with a file. */
const FAULTS = {
  'not there': sends(() => 'no such file', 404),
  'not for everybody': sends(() => 'no', 403),
  'an error': sends(() => 'oops', 500),
  'too busy': sends(() => 'later', 503),
  'a log-in page': sends(() => LOG_IN, 200, 'text/html'),
  empty: sends(() => ''),
  'of another type': sends(content => content, 200, 'text/html'),
  'cut while compressed': ({ content, headers }, response) => {
    const compressed = gzipSync(content)
    const half = compressed.subarray(0, compressed.length >> 1)
    response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': half.length })
    response.end(half)
  },
  'cut off': ({ content, headers }, response) => {
    response.writeHead(200, { ...headers, 'Content-Length': content.length })
    response.write(content.subarray(0, content.length >> 1), () => response.destroy())
  },
  'with a bit flipped': sends(content => {
    const changed = Buffer.from(content)
    const at = changed.length >> 1
    changed[at] = (changed[at] ?? 0) ^ 4
    return changed
  }),
  'of the same length': sends(content => Buffer.alloc(content.length, '7')),
  'longer than it should be': sends(content => Buffer.concat([content, content])),
  'never answered': () => undefined,
  'silent after its head': ({ headers }, response) => {
    response.writeHead(200, headers)
    response.flushHeaders()
  },
  'silent in the middle': ({ content, headers }, response) => {
    response.writeHead(200, headers)
    response.write(content.subarray(0, content.length >> 1))
  },
  'in its own time': sends(content => content),
  slow: ({ content, headers }, response) => {
    response.writeHead(200, headers)
    let at = 0
    const timer = setInterval(() => {
      response.write(content.subarray(at, at + SLOW_BYTES / 5))
      at += SLOW_BYTES / 5
      if (at < content.length) return
      clearInterval(timer)
      response.end()
    }, 200)
    response.on('close', () => clearInterval(timer))
  },
  'cut from the line': (_, response) => void response.destroy(),
} satisfies Record<string, Answer>
export type FaultName = keyof typeof FAULTS

interface Misbehaviour {
  paths: RegExp
  answer: Answer
  times: number
}

/** A host that does wrong what it is told to. */
export class FaultyHost {
  readonly #server
  readonly #fileOf: (path: string) => Served | undefined
  #misbehaviours: Misbehaviour[] = []
  /** What was asked for, in order. */
  readonly asked: { path: string; isPastCache: boolean }[] = []

  private constructor(fileOf: (path: string) => Served | undefined) {
    this.#fileOf = fileOf
    this.#server = createServer((request, response) => this.#answer(request, response))
  }

  /** @param fileOf what is served at a path without query */
  static async start(fileOf: (path: string) => Served | undefined): Promise<FaultyHost> {
    const host = new FaultyHost(fileOf)
    await new Promise<void>(resolve => host.#server.listen(0, 'localhost', resolve))
    return host
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** Does something wrong with files, always or so many times. What was told last goes first. */
  misbehave(paths: RegExp, how: FaultName | Answer, times = Number.POSITIVE_INFINITY): void {
    this.#misbehaviours.unshift({ paths, answer: typeof how === 'string' ? FAULTS[how] : how, times })
  }

  behave(): void {
    this.#misbehaviours = []
  }

  /** How often files were asked for. */
  count(paths: RegExp): number {
    return this.asked.filter(({ path }) => paths.test(path)).length
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname)
    this.asked.push({ path, isPastCache: headers['cache-control'] === 'no-cache' })
    const served = this.#fileOf(path) ?? { content: Buffer.alloc(0), headers: {}, status: 404 }
    const wrong = this.#misbehaviours.find(({ paths, times }) => times > 0 && paths.test(path))
    if (wrong) {
      wrong.times--
      wrong.answer(served, response)
    } else sends(content => content, served.status)(served, response)
  }
}
