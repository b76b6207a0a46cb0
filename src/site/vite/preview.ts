import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { contentTypeOf } from '../hosts/contentTypes.ts'
import { cacheControlOf, HEADERS } from '../hosts/headers.ts'

function hasFile(folder: string, path: string): boolean {
  try {
    return statSync(join(folder, decodeURIComponent(path))).isFile()
  } catch {
    return false
  }
}

const pathOf = (request: Connect.IncomingMessage): string => request.url?.split('?')[0] ?? '/'

/**
 * Serves a built site as static hosts do: files under their own addresses, pages without `.html`, `404.html` with status
 * 404 for all others, with the `Cache-Control` of each.
 */
export const preview = (): Plugin => ({
  name: 'broadsheet:preview',
  config: (_, { isPreview }) => (isPreview ? { appType: 'mpa' } : {}),
  configurePreviewServer({ middlewares, config }) {
    const { base, root, build } = config
    const folder = resolve(root, build.outDir)
    middlewares.use((request, response, next) => {
      const path = pathOf(request).slice(base.length)
      response.setHeader('Cache-Control', cacheControlOf(path))
      const type = contentTypeOf(`/${path}`)
      if (type !== undefined) response.setHeader('Content-Type', type)
      next()
    })
    middlewares.use((request, response, next) => {
      const path = pathOf(request)
      let end = path.length
      while (end > base.length && path[end - 1] === '/') end--
      const page = path.slice(base.length, end)
      if (page === '' || hasFile(folder, page)) return next()
      const query = request.url?.slice(path.length) ?? ''
      if (hasFile(folder, `${page}.html`)) {
        if (end === path.length) return next()
        response.writeHead(301, { ...HEADERS, Location: base + page + query })
        return response.end()
      }
      if (hasFile(folder, `${page}/index.html`)) request.url = `${base}${page}/index.html${query}`
      next()
    })
    // After the middleware that serves files: requests that reach this have no file.
    return () => {
      middlewares.use((request, response, next) => {
        // The path names the file of a page by now.
        if (hasFile(folder, pathOf(request))) return next()
        response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' })
        response.end(request.method === 'HEAD' ? undefined : readFileSync(join(folder, '404.html')))
      })
    }
  },
})
