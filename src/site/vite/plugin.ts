import type { Plugin } from 'vite'
import { filePaths } from '#core/site/filePaths.ts'
import type { SiteProfile } from '#core/site/siteProfile.ts'
import type { Files } from '../corpus/corpus.ts'
import { META_POLICY } from '../hosts/headers.ts'
import { withProfile } from '../pages/siteTemplate.ts'

const linkTo = (rel: string, path: string) => ({
  tag: 'link',
  attrs: { rel, href: `.${path}` },
  injectTo: 'head' as const,
})

/**
 * Serves the corpus from memory while developing. The built page carries its policy as a `<meta>` too, for hosts that
 * send no headers, and names what is needed to install it.
 *
 * @param corpus makes the files of the corpus
 * @param profile what pages say of the site while developing; the build writes it into its pages itself
 */
export function broadsheet(corpus: () => Files, profile: SiteProfile): Plugin {
  return {
    name: 'broadsheet',
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
      handler: (html, { server }) =>
        server
          ? withProfile(html, { ...profile, base: server.config.base })
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
  }
}
