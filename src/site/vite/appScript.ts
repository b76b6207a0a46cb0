import type { Plugin } from 'vite'
import { APP_ATTRIBUTE } from '#core/site/events.ts'
import { type BootScript, bootScript } from '../assets/bootScript.ts'

const APP = /<script type="module"[^<>]* src="([^"]+)"><\/script>\s*/
/** Where `index.html` has the boot script, which the bundler leaves as it is. */
const BOOT = /<script {1,2}src="\.?\/boot\.js"><\/script>/
/** Where the development server serves it. */
const DEVELOPMENT_PATH = 'boot.js'

/**
 * Puts the boot script into the site and leaves it to it to start the app.
 *
 * @throws Error where the bundler wrote `index.html` otherwise than expected
 */
export function withBootScript(html: string, path: string): string {
  const app = APP.exec(html)?.[1]
  if (app === undefined)
    throw new Error('The bundler left no module script in index.html. Adapt src/site/vite/appScript.ts.')
  if (!BOOT.test(html))
    throw new Error('The bundler left no boot script in index.html. Adapt src/site/vite/appScript.ts.')
  return html
    .replace(APP, '')
    .replace(BOOT, () => `<script src="${path}" ${APP_ATTRIBUTE}="${app}"></script>`)
}

/** Has the boot script start the app, and served while developing. */
export function appScript(): Plugin {
  let made: Promise<BootScript> | undefined
  const boot = (): Promise<BootScript> => {
    made ??= bootScript()
    return made
  }
  return {
    name: 'broadsheet:app-script',
    configureServer({ middlewares, config }) {
      middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== config.base + DEVELOPMENT_PATH) return next()
        bootScript().then(({ code }) => {
          response.setHeader('Content-Type', 'text/javascript')
          response.end(code)
        }, next)
      })
    },
    async generateBundle() {
      const { path, code } = await boot()
      this.emitFile({ type: 'asset', fileName: path, source: code })
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server }) {
        // The bundler leaves the address of this script as it is in index.html.
        if (server)
          return html.replace(BOOT, `<script src="${server.config.base}${DEVELOPMENT_PATH}"></script>`)
        const { path } = await boot()
        return withBootScript(html, `./${path}`)
      },
    },
  }
}
