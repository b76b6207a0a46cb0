import type { Plugin } from 'vite'
import { changedDependency } from './dependencyText.ts'

const NAME = 'vite'
const EDITOR = 'src/site/vite/plainImports.ts'
const HELPER = '\0vite/preload-helper.js'
/** Text of the helper of Vite, and of no script of the site. */
const TEXT_OF_HELPER = 'vite:preloadError'

/** @throws Error where scripts still have the helper that was to be replaced */
export function checkWithoutHelper(scripts: Iterable<string>, isReplaced: boolean): void {
  if (!isReplaced) throw changedDependency(NAME, `it no longer asks for ${HELPER.slice(1)}`, EDITOR)
  for (const script of scripts)
    if (script.includes(TEXT_OF_HELPER))
      throw changedDependency(NAME, 'it wraps import() in another helper', EDITOR)
}

/**
 * Has `import()` in the pages mean just that. Vite wraps it in a helper that fetches styles and further scripts of the
 * imported file at once with it, 0.8 kB on the first page; ours have neither.
 */
export function plainImports(): Plugin {
  let isReplaced = false
  return {
    name: 'broadsheet:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== HELPER) return undefined
      isReplaced = true
      return 'export const __vitePreload = load => load()'
    },
    generateBundle(_, output) {
      const chunks = Object.values(output).filter(file => file.type === 'chunk')
      checkWithoutHelper(
        chunks.map(({ code }) => code),
        isReplaced,
      )
    },
  }
}
