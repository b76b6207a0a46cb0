import type { Plugin } from 'vite'
import { filePaths } from '#core/site/filePaths.ts'
import type { Files } from '../corpus/corpus.ts'
import { META_POLICY } from '../hosts/headers.ts'

/**
 * Puts the corpus into the site: as files of the build, and served from memory while developing. The built page
 * carries its policy as a `<meta>` too, for hosts that send no headers, and names what is needed to install it.
 *
 * @param corpus makes the files of the corpus
 */
export function broadsheet(corpus: () => Files): Plugin {
  let base = '/'
  const linkTo = (rel: string, path: string) => ({
    tag: 'link',
    attrs: { rel, href: base + path.slice(1) },
    injectTo: 'head' as const,
  })
  return {
    name: 'broadsheet',
    configResolved(config) {
      base = config.base
    },
    configureServer(server) {
      let files: Files = new Map()
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(server.config.base.length)
        // Each visit begins with the manifest, so a reload shows what was ingested meanwhile.
        if (path === 'corpus/manifest.json') files = corpus()
        const content = path === undefined ? undefined : files.get(path)
        if (content === undefined) return next()
        response.setHeader(
          'Content-Type',
          path?.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        )
        response.end(content)
      })
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (_html, { server }) =>
        server
          ? []
          : [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
                injectTo: 'head-prepend',
              },
              linkTo('manifest', filePaths.webManifest()),
              linkTo('apple-touch-icon', filePaths.appleIcon()),
            ],
    },
    generateBundle: {
      order: 'post',
      handler() {
        for (const [fileName, source] of corpus()) this.emitFile({ type: 'asset', fileName, source })
      },
    },
  }
}
