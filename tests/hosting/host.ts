import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentTypeOf } from '#site/hosts/contentTypes.ts'
import { cacheControlOf, HEADERS } from '#site/hosts/headers.ts'

/** A host that serves a built site. */
export interface Host {
  /** Address of the site, with a slash at the end. */
  address: string
  /** The folder that holds the site. */
  dist: string
}

interface Expected {
  /** Below the base of the site. */
  path: string
  /** The file that is to come. */
  file: string
  status?: number
  type: string
}

const TYPES: Record<string, string> = {
  css: 'text/css',
  html: 'text/html',
  idx: 'application/octet-stream',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
/** nginx calls scripts by the older name. */
const SAME_TYPE: Record<string, string> = { 'application/javascript': 'text/javascript' }

const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1)

const asIs = (file: string): Expected => ({
  path: file,
  file,
  type: contentTypeOf(`/${file}`) ?? TYPES[extensionOf(file)] ?? '',
})
const page = (path: string, file: string, status = 200): Expected => ({
  path,
  file,
  status,
  type: 'text/html',
})

const filesIn = (dist: string, folder: string): string[] =>
  readdirSync(join(dist, folder)).map(name => `${folder}/${name}`)

function* expectedOf(dist: string): Generator<Expected> {
  yield page('', 'index.html')
  yield page('?q=theme:rlvr', 'index.html')
  yield page('themes', 'themes.html')
  yield page('digests', 'digests.html')
  yield page('help', 'help.html')
  for (const folder of ['paper', 'theme', 'digest'])
    for (const file of filesIn(dist, folder)
      .filter(file => file.endsWith('.html'))
      .slice(0, 3)) {
      yield page(file.replace(/\.html$/, ''), file)
    }
  yield page('no/such/page', '404.html', 404)
  yield page('paper/none-of-that-name', '404.html', 404)
  for (const extension of ['bib', 'ris', 'json', 'md'])
    for (const file of filesIn(dist, 'paper')
      .filter(file => file.endsWith(extension))
      .slice(0, 2)) {
      yield asIs(file)
    }
  const alone = ['digests.ics', 'opensearch.xml', 'icon.svg', 'icon-192.png', 'manifest.webmanifest', 'sw.js']
  for (const file of ['feeds/all.atom', 'feeds/all.json', ...alone]) yield asIs(file)
  for (const folder of ['assets', 'corpus']) for (const file of filesIn(dist, folder)) yield asIs(file)
}

/** Addresses that are not those of a page, each with the file of the page that is meant. */
function* meantOf(dist: string): Generator<{ path: string; file: string }> {
  for (const slash of ['', '/']) {
    yield { path: `theme${slash}`, file: 'themes.html' }
    yield { path: `digest${slash}`, file: 'digests.html' }
    yield { path: `paper${slash}`, file: 'index.html' }
  }
  for (const page of ['themes', 'digests', 'help']) yield { path: `${page}/`, file: `${page}.html` }
  for (const folder of ['paper', 'theme', 'digest']) {
    const [file = ''] = filesIn(dist, folder).filter(file => /\/(?!index)[^/]+\.html$/.test(file))
    yield { path: file.replace(/\.html$/, '/'), file }
    yield { path: file.replace(/\.html$/, '/?q=a'), file }
  }
}

const REFRESH = /<meta http-equiv="refresh" content="0; url=([^"]*)">/
const MOST_STEPS = 5

/** What a browser opens: redirects are followed, and pages that lead on. */
async function opened(address: string): Promise<{ status: number; content: Buffer }> {
  let next = address
  for (let step = 1; ; step++) {
    const response = await fetch(next)
    const content = Buffer.from(await response.arrayBuffer())
    const target = REFRESH.exec(content.toString())?.[1]
    if (target === undefined || step === MOST_STEPS) return { status: response.status, content }
    next = new URL(target, response.url).href
  }
}

/** An answer other than expected. */
interface Fault {
  /** Below the base of the site. */
  path: string
  why: string
}

/**
 * Asks a host for files and pages of every kind.
 *
 * @returns what it answers otherwise than expected, and how many addresses were asked for
 */
export async function faultsOf({ address, dist }: Host): Promise<{ asked: number; faults: Fault[] }> {
  const faults: Fault[] = []
  let asked = 0
  for (const { path, file } of meantOf(dist)) {
    asked++
    const { status, content } = await opened(address + path)
    if (status !== 200) faults.push({ path, why: `status is ${status} and should be 200` })
    if (!content.equals(readFileSync(join(dist, file))))
      faults.push({ path, why: `it does not open ${file}` })
  }
  for (const { path, file, status = 200, type } of expectedOf(dist)) {
    asked++
    const response = await fetch(address + path)
    const expect = (what: string, is: unknown, wanted: unknown): void => {
      if (is !== wanted) faults.push({ path, why: `${what} is ${is} and should be ${wanted}` })
    }
    expect('status', response.status, status)
    const content = new Uint8Array(await response.arrayBuffer())
    expect('content', Buffer.compare(content, readFileSync(join(dist, file))), 0)
    const typeSent = response.headers.get('content-type') ?? ''
    const [bare = ''] = typeSent.split(';')
    expect('content type', type.includes(';') ? typeSent : (SAME_TYPE[bare] ?? bare), type)
    for (const [name, value] of Object.entries(HEADERS)) expect(name, response.headers.get(name), value)
    expect('Cache-Control', response.headers.get('cache-control'), cacheControlOf(path))
    // The server for trying a site out compresses few types.
    const isText =
      status === 200 &&
      content.length > 2_000 &&
      extensionOf(file) !== 'woff2' &&
      contentTypeOf(`/${file}`) === undefined
    if (isText) expect('compression', response.headers.get('content-encoding'), 'gzip')
  }
  return { asked, faults }
}
