import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { licensesText, packageOf } from '#site/assets/licenses.ts'
import { bundle } from '#site/build/bundle.ts'
import { siteConfig } from '#site/vite/config.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licenses-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function makePackage(name: string, about: object, files: Record<string, string> = {}): string {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...about }))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
  return path
}

test.each([
  ['/site/src/app/main.tsx', undefined],
  ['/site/node_modules/react/index.js', '/site/node_modules/react'],
  ['/site/node_modules/@radix-ui/react-dialog/dist/index.mjs', '/site/node_modules/@radix-ui/react-dialog'],
  ['/site/node_modules/a/node_modules/b/index.js?used', '/site/node_modules/a/node_modules/b'],
  ['\0/site/node_modules/react/index.js?commonjs-module', '/site/node_modules/react'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  ['\0something', undefined],
])('%j comes from the package %s', (id, expected) => {
  expect(packageOf(id)).toBe(expected)
})

test('each package is named with its version, the texts of its licence, and its notices', () => {
  const files = { 'LICENSE.md': 'Do as you like.', NOTICE: 'Made by Ada Example.', 'README.md': 'Read me.' }
  const text = licensesText([makePackage('with-text', { license: 'Apache-2.0' }, files)])
  expect(text).toContain('with-text 1.0.0 (Apache-2.0)\n\nDo as you like.\n\nMade by Ada Example.')
  expect(text).not.toContain('Read me.')
})

test('a package under MIT without a text has the usual one, with its author', () => {
  const text = licensesText([
    makePackage('no-text', { license: 'MIT', author: 'Ada Example <ada@example.org>' }),
    makePackage('no-author', { license: 'MIT' }),
  ])
  expect(text).toContain('no-text 1.0.0 (MIT)\n\nMIT License\n\nCopyright (c) Ada Example\n')
  expect(text).toContain('Copyright (c) the authors of no-author\n')
})

test('any other package without a text of its licence is an error that names it', () => {
  const path = makePackage('unknown', { license: 'Apache-2.0' })
  expect(() => licensesText([path])).toThrow(
    'unknown is in the site, but has no text of its licence (Apache-2.0)',
  )
})

test('all packages of which there is code, style or a font in the site are named with the text of their licence', async () => {
  const text = String((await bundle(true)).get('licenses.txt'))
  const parts = new Map(text.split(`\n\n${'-'.repeat(80)}\n\n`).map(part => [part.split(' ')[0], part]))
  // Told apart another way than the build does: by all modules that the bundler loaded and wrote anything of.
  const config = siteConfig()
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, write: false },
  })
  const { output } = built as Rolldown.RolldownOutput
  const loaded = output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
  const names = loaded.flatMap(id => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [])
  // Of the search worker, which the bundler makes apart, and of what is no module.
  const others = [
    'stemmer',
    'fuse.js',
    'zod',
    'tailwindcss',
    '@fontsource-variable/newsreader',
    'Broadsheet\n\nMIT',
  ]
  expect(new Set(names).size).toBeGreaterThan(15)
  expect([...new Set([...names, ...others.slice(0, -1)])].filter(name => !parts.has(name))).toEqual([])
  for (const [name, part] of parts) expect(part.length, name).toBeGreaterThan(name === 'What' ? 10 : 400)
  const listed = readFileSync('LICENSES.md', 'utf8')
  for (const name of names) expect(listed, name).toContain(`| ${name} | `)
})
