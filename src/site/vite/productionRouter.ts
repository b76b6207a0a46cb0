import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const folder = join(dirname(createRequire(import.meta.url).resolve('react-router')), '../production')

/** What only developers see, but what keeps a component in the bundle all the same. */
const DISPLAY_NAME = /^\w+\.displayName = .*;$/gm
/** A component or context that is made when the file is read. */
const MADE = /^var \w+ = (?=React\d*\.(?:forwardRef|createContext|memo)\()/gm

/**
 * Has the pages built with React Router's production build, of which they need half. Its package names only the one for
 * development, which carries warnings for developers; and it does not say that components nobody uses, `Link`, `Form` and
 * what they need, can be left out: 4 kB on the first page.
 */
export const productionRouter = (): Plugin => ({
  name: 'broadsheet:production-router',
  apply: 'build',
  config: () => ({
    resolve: { alias: [{ find: /^react-router$/, replacement: join(folder, 'index.mjs') }] },
  }),
  transform: {
    filter: { id: /\/react-router\/dist\/production\/.+\.mjs$/ },
    handler: code => ({
      code: code.replace(DISPLAY_NAME, '').replace(MADE, '$&/* @__PURE__ */ '),
      map: null,
    }),
  },
})
