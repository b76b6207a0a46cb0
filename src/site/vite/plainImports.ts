import type { Plugin } from 'vite'

const HELPER = '\0vite/preload-helper.js'

/**
 * Has `import()` in the pages mean just that. Vite wraps it in a helper that fetches styles and further scripts of the
 * imported file at once with it, 0.8 kB on the first page; ours have neither.
 */
export const plainImports = (): Plugin => ({
  name: 'broadsheet:plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: id => (id === HELPER ? 'export const __vitePreload = load => load()' : undefined),
})
