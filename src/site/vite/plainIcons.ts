import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { changedDependency } from './dependencyText.ts'

const NAME = 'lucide-react'
const EDITOR = 'src/site/vite/plainIcons.ts'
const plainIcon = join(import.meta.dirname, '../../app/ui/plainIcon.ts')

/** Code of `lucide-react` that `plainIcon` relies on: the arguments of icons, and the rendered ones among them. */
const EXPECTED_MAKER = [
  'function createLucideIcon(iconDataOrName,',
  'icon: iconData,',
  'export { createLucideIcon as default }',
]
const EXPECTED_ICON = [
  /^const __iconData = \{\s+name: "/m,
  /^ {2}node: \[/m,
  /= createLucideIcon\(__iconData\);/,
]

/** A line beside those of comments and of modules that only refer to icons. */
const STATEMENT = /^(?!export \{|\/\/|\/\*| \*)./m

/** @throws Error where the module that makes icons is not the one that `plainIcon` replaces */
export function checkIconMaker(code: string): void {
  const missing = EXPECTED_MAKER.find(text => !code.includes(text))
  if (missing !== undefined)
    throw changedDependency(NAME, `createLucideIcon.mjs has no longer “${missing}”`, EDITOR)
}

/** @throws Error where an icon is not data as `plainIcon` takes them */
export function checkIcon(code: string, file: string): void {
  if (EXPECTED_ICON.some(pattern => !pattern.test(code)))
    throw changedDependency(NAME, `${file} keeps an icon in another form`, EDITOR)
}

/**
 * Lets `src/app/ui/plainIcon.ts` render icons. The component of `lucide-react` also reads colours, strokes and a context that
 * the pages do not set: 1.1 kB on the first page.
 */
export function plainIcons(): Plugin {
  let isReplaced = false
  return {
    name: 'broadsheet:plain-icons',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/ },
      handler(id) {
        checkIconMaker(readFileSync(id, 'utf8'))
        isReplaced = true
        return `export { plainIcon as default } from ${JSON.stringify(plainIcon)}`
      },
    },
    transform: {
      filter: { id: /\/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/ },
      handler: (code, id) => {
        if (STATEMENT.test(code)) checkIcon(code, id)
      },
    },
    buildEnd(error) {
      if (!error && !isReplaced)
        throw changedDependency(NAME, 'its icons are not made by dist/esm/createLucideIcon.mjs', EDITOR)
    },
  }
}
