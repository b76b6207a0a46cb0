import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, sep } from 'node:path'
import { contentTypeOf } from '#site/hosts/contentTypes.ts'
import { cacheControlOf, HEADERS } from '#site/hosts/headers.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const TEXTS = ['.css', '.html', '.js']

/** A built site: the content of each file by its path. */
export type Build = (path: string) => Buffer | undefined

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** The same, with each file read or made once: a browser that keeps a site asks for all of them. */
function remembered(build: Build): Build {
  const known = new Map<string, Buffer | undefined>()
  return path => {
    if (!known.has(path)) known.set(path, build(path))
    return known.get(path)
  }
}

/** The site that a folder holds. */
export function buildIn(folder: string): { build: Build; paths: ReadonlySet<string> } {
  const paths = new Set(pathsIn(folder))
  return {
    build: remembered(path => (paths.has(path) ? readFileSync(join(folder, path)) : undefined)),
    paths,
  }
}

/**
 * The same site as another build would make it: each of its scripts, styles and fonts has another name, and none its old one.
 *
 * @param number of the build, up to 99
 */
export function otherBuild(folder: string, number: number): Build {
  const { build, paths } = buildIn(folder)
  const assets = [...paths].filter(path => path.startsWith('assets/'))
  const renamed = (path: string): string =>
    path.replace(/..(?=\.[a-z0-9]+$)/, String(number).padStart(2, '0'))
  const names = assets.map(
    path => [path.slice('assets/'.length), renamed(path).slice('assets/'.length)] as const,
  )
  const rewritten = remembered(path => {
    const content = build(path)
    if (!content || !TEXTS.includes(extname(path))) return content
    return Buffer.from(names.reduce((text, [from, to]) => text.replaceAll(from, to), String(content)))
  })
  const formerName = new Map(assets.map(path => [renamed(path), path]))
  const worker = assets.reduce(
    (text, path) => text.replaceAll(hashOf(build(path) as Buffer), hashOf(rewritten(path) as Buffer)),
    String(rewritten('sw.js')),
  )
  return path => {
    if (path === 'sw.js') return Buffer.from(worker)
    return path.startsWith('assets/') ? rewritten(formerName.get(path) ?? '') : rewritten(path)
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse, content: Buffer | undefined) => void

/** Hosts have no file for a path with an escape that is malformed. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A host as those for static files are, which can be given another build, be broken, and be gone. */
export class Host {
  readonly #base: string
  #server: Server | undefined
  #port = 0
  #build: Build
  /** What is answered in place of a file, by its path below the base. */
  readonly instead = new Map<string, Answer>()
  /** The paths that were asked for, below the base. */
  readonly asked: string[] = []

  constructor(build: Build, base = '/') {
    this.#build = build
    this.#base = base
  }

  /** Where the site is, with a slash at the end. */
  get address(): string {
    return `http://localhost:${this.#port}${this.#base}`
  }

  /** Listens, after a pause under the same address. */
  open(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response))
    this.#server = server
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#port, () => {
        this.#port = (server.address() as AddressInfo).port
        resolve()
      })
    })
  }

  /** Nobody listens any more. */
  close(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    return new Promise(resolve => {
      server?.close(() => resolve())
      server?.closeAllConnections()
      if (!server) resolve()
    })
  }

  deploy(build: Build): void {
    this.#build = build
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.address)
    const decoded = decodePath(pathname)
    const path = decoded.slice(this.#base.length)
    this.asked.push(path)
    const isBelow = decoded.startsWith(this.#base)
    const isFolder = path === '' || path.endsWith('/')
    const names = isFolder ? [`${path}index.html`] : [path, `${path}.html`]
    const file = isBelow ? names.find(name => this.#build(name) !== undefined) : undefined
    const content = file === undefined ? undefined : this.#build(file)
    const instead = this.instead.get(path)
    if (instead) {
      instead(request, response, content)
      return
    }
    const type = contentTypeOf(`/${path}`) ?? TYPES[extname(file ?? '404.html')] ?? 'application/octet-stream'
    const tag = content && `"${hashOf(content).slice(0, 20)}"`
    const headers = {
      ...HEADERS,
      'Content-Type': type,
      'Cache-Control': cacheControlOf(path),
      ...(tag && { ETag: tag }),
    }
    if (tag && request.headers['if-none-match'] === tag) response.writeHead(304, headers).end()
    else response.writeHead(content ? 200 : 404, headers).end(content ?? this.#build('404.html'))
  }
}
