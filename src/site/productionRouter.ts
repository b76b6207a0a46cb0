import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Has the pages built with React Router's production build. Its package names only the one for development, which
 * carries warnings for developers, 0.5 kB on the first page.
 */
export const productionRouter = (): Plugin => ({
  name: 'broadsheet:production-router',
  apply: 'build',
  config: () => {
    const main = createRequire(import.meta.url).resolve('react-router')
    const replacement = join(dirname(main), '../production/index.mjs')
    return { resolve: { alias: [{ find: /^react-router$/, replacement }] } }
  },
})
