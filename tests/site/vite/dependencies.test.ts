import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, test } from 'vitest'
import { changedDependency, packageFolder } from '../../../src/site/vite/dependencyText.ts'
import { checkIcon, checkIconMaker, plainIcons } from '../../../src/site/vite/plainIcons.ts'
import { checkWithoutHelper, plainImports } from '../../../src/site/vite/plainImports.ts'
import { productionRouter, withRemovableComponents } from '../../../src/site/vite/productionRouter.ts'

const published = (name: string, file: string): string =>
  readFileSync(join(packageFolder(name), file), 'utf8')

/** Builds a text with one plugin alone. */
const built = (code: string, plugin: ReturnType<typeof plainIcons>) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      plugin,
      {
        name: 'text',
        resolveId: id => (id === 'text' ? '\0text' : undefined),
        load: id => (id === '\0text' ? code : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'text' } },
  })

test('names the dependency, its version and what to do', () => {
  const { version } = JSON.parse(published('vite', 'package.json'))
  expect(changedDependency('vite', 'it sings', 'src/x.ts').message).toBe(
    `vite ${version} has changed: it sings. Compare it with the version before, then adapt or remove the edit in src/x.ts.`,
  )
  expect(() => packageFolder('no-such-package')).toThrow('no-such-package is not installed. Run npm ci.')
})

describe('React Router', () => {
  const text = 'var Link = React10.forwardRef(\n);\nLink.displayName = "Link";\n'

  test('components are marked as removable, and have no names for developers', () => {
    const { code, edits } = withRemovableComponents(text, 'chunk.mjs')
    expect(code).toBe('var Link = /* @__PURE__ */ React10.forwardRef(\n);\n\n')
    expect(edits).toBe(2)
  })

  test.each([
    ['another declaration', text.replace('var', 'let'), 'forwardRef, createContext or memo'],
    ['another import of React', text.replace('React10.', ''), 'forwardRef, createContext or memo'],
    ['a name over two lines', text.replace(' = "', ' =\n  "'), 'displayName'],
  ])('%s is an error', (_, changed, what) => {
    expect(() => withRemovableComponents(changed, 'chunk.mjs')).toThrow(
      new RegExp(`^react-router [\\d.]+ has changed: chunk.mjs spells a statement with ${what}.* adapt`),
    )
  })

  test('a package without a production build is an error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'router-'))
    try {
      await expect(built('1', productionRouter(folder))).rejects.toThrow(/react-router .* it has no /)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a build without anything to edit is an error', async () => {
    await expect(built('1', productionRouter())).rejects.toThrow(
      /react-router .* names and makes no components/,
    )
  })
})

describe('icons', () => {
  const maker = published('lucide-react', 'dist/esm/createLucideIcon.mjs')
  const icon = published('lucide-react', 'dist/esm/icons/search.mjs')

  test('those of the installed version are known', () => {
    expect(() => checkIconMaker(maker)).not.toThrow()
    expect(() => checkIcon(icon, 'search.mjs')).not.toThrow()
  })

  test.each(['iconDataOrName,', 'icon: iconData', 'createLucideIcon as default'])(
    'a maker without “%s” is an error',
    part => {
      expect(() => checkIconMaker(maker.replace(part, 'other'))).toThrow(
        /^lucide-react [\d.]+ has changed: createLucideIcon\.mjs has no longer .* adapt or remove the edit/,
      )
    },
  )

  test.each(['name: "', 'node: [', '(__iconData)'])('an icon without “%s” is an error', part => {
    expect(() => checkIcon(icon.replace(part, 'other'), 'search.mjs')).toThrow(
      /^lucide-react [\d.]+ has changed: search\.mjs keeps an icon in another form/,
    )
  })

  test('a build in which no icon is made is an error', async () => {
    await expect(built('1', plainIcons())).rejects.toThrow(/lucide-react .* are not made by/)
  })
})

describe('imports', () => {
  test('a build that asks for no helper is an error', async () => {
    await expect(built('1', plainImports())).rejects.toThrow(
      /vite .* no longer asks for vite\/preload-helper/,
    )
  })

  test('a helper of another name is an error', () => {
    expect(() => checkWithoutHelper(['new Event("vite:preloadError")'], true)).toThrow(
      /^vite [\d.]+ has changed: it wraps import\(\) in another helper/,
    )
    expect(() => checkWithoutHelper(['import("./a.js")'], true)).not.toThrow()
  })
})
