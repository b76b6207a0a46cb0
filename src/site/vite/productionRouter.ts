import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { changedDependency, packageFolder } from './dependencyText.ts'

const NAME = 'react-router'
const EDITOR = 'src/site/vite/productionRouter.ts'

/** A statement that names a component for developers, and so keeps it in the bundle. */
const DISPLAY_NAME = /^\w+\.displayName = .*;$/gm
/** A component or context that is made when the file is read. */
const MADE = /^var \w+ = (?=React\d*\.(?:forwardRef|createContext|memo)\()/gm

/** The same statements in any spelling. Those inside of functions are indented. */
const ANY_DISPLAY_NAME = /\.displayName\b/
const ANY_MADE = /(?<!function )\b(?:forwardRef|createContext|memo)\(/

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const statementsWith = (text: string, pattern: RegExp): number =>
  text.split('\n').filter(line => /^\w/.test(line) && pattern.test(line)).length

/**
 * A module of React Router without names for developers, and with the components that nobody may use marked as such.
 *
 * @returns the text and the number of statements that were edited
 * @throws Error where the module has such a statement in a spelling that is not known
 */
export function withRemovableComponents(code: string, file: string): { code: string; edits: number } {
  for (const [known, any, what] of [
    [DISPLAY_NAME, ANY_DISPLAY_NAME, 'displayName'],
    [MADE, ANY_MADE, 'forwardRef, createContext or memo'],
  ] as const) {
    if (count(code, known) !== statementsWith(code, any))
      throw changedDependency(NAME, `${file} spells a statement with ${what} otherwise than expected`, EDITOR)
  }
  return {
    code: code.replace(DISPLAY_NAME, '').replace(MADE, '$&/* @__PURE__ */ '),
    edits: count(code, DISPLAY_NAME) + count(code, MADE),
  }
}

/**
 * Has the pages built with React Router's production build, of which they need half. Its package names only the one for
 * development, which carries warnings for developers; and it does not say that components nobody uses, `Link`, `Form` and
 * what they need, can be left out: 4 kB on the first page.
 */
export function productionRouter(folder = join(packageFolder(NAME), 'dist/production')): Plugin {
  let edits = 0
  return {
    name: 'broadsheet:production-router',
    apply: 'build',
    config: () => {
      const main = join(folder, 'index.mjs')
      if (!existsSync(main)) throw changedDependency(NAME, `it has no ${main}`, EDITOR)
      return { resolve: { alias: [{ find: /^react-router$/, replacement: main }] } }
    },
    transform: {
      filter: { id: /\/react-router\/dist\/production\/.+\.mjs$/ },
      handler(code, id) {
        const edited = withRemovableComponents(code, id)
        edits += edited.edits
        return { code: edited.code, map: null }
      },
    },
    buildEnd(error) {
      if (!error && edits === 0)
        throw changedDependency(NAME, 'its production build names and makes no components', EDITOR)
    },
  }
}
