import { join } from 'node:path'
import type { Plugin } from 'vite'

const plainIcon = join(import.meta.dirname, '../../app/ui/plainIcon.ts')

/**
 * Has icons drawn by `src/app/ui/plainIcon.ts`. What `lucide-react` draws them by also reads colours, strokes and a context
 * that the pages do not set: 1.1 kB on the first page.
 */
export const plainIcons = (): Plugin => ({
  name: 'broadsheet:plain-icons',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/ },
    handler: () => `export { plainIcon as default } from ${JSON.stringify(plainIcon)}`,
  },
})
