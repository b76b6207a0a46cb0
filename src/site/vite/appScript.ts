import type { Plugin } from 'vite'

const APP = /<script type="module"[^<>]* src="([^"]+)"><\/script>\s*/
const EARLY = /(?=><\/script>)(?<=<script src="[^"]*early\.js")/

/** Leaves it to `public/early.js` to start the app, and tells it where the app is. */
export const appScript = (): Plugin => ({
  name: 'broadsheet:app-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const app = APP.exec(html)?.[1]
      if (app === undefined || !EARLY.test(html)) throw new Error('index.html does not start the app.')
      return html.replace(APP, '').replace(EARLY, ` data-app="${app}"`)
    },
  },
})
