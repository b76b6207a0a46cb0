import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  CORE_MODULES,
  cycles,
  graph,
  longFiles,
  longFilesWithoutReason,
  repeated,
  shadowed,
  upward,
} from './architecture/findings.ts'
import { chainTo } from './architecture/imports.ts'
import { LONGEST_FILE } from './architecture/lengths.ts'

/** The walls that the compiler cannot see: packages per layer, and pages that know each other. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map(path => ({ path, text: readFileSync(join('src', path), 'utf8') }))

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^import |\bfrom |\bimport\()'([\w@#./?&:-]+)'/gm)].map(match => match[1] as string)

const inLayer = (layer: string) => files.filter(({ path }) => path.startsWith(`${layer}/`))

const packagesIn = (among: typeof files): string[] =>
  [...new Set(among.flatMap(({ text }) => importsOf(text)))]
    .filter(name => !/^(?:[.#]|node:)/.test(name))
    .sort()

const packagesOf = (layer: string): string[] => packagesIn(inLayer(layer))

test('there are files to look at', () => {
  expect(inLayer('core').length).toBeGreaterThan(20)
  expect(inLayer('app').length).toBeGreaterThan(20)
})

test('core uses only small pure packages', () => {
  expect(packagesOf('core')).toEqual([
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@rgrove/parse-xml',
    'fuse.js/basic',
    'stemmer',
    'zod/mini',
  ])
})

test('the worker adds no package of its own', () => {
  expect(packagesOf('worker')).toEqual(['zod/mini'])
})

test('the command line takes its arguments by commander; of the rest only what measures uses packages', () => {
  const measures = (path: string) => /^cli\/(?:bench|evaluate)\//.test(path)
  const cli = inLayer('cli')
  expect(packagesIn(cli.filter(({ path }) => !measures(path)))).toEqual(['commander', 'zod/mini'])
  expect(cli.filter(({ text }) => importsOf(text).includes('commander')).map(({ path }) => path)).toEqual([
    'cli/shared/parseArguments.ts',
  ])
  expect(packagesOf('cli/bench/engines')).toEqual([
    '@leeoniya/ufuzzy',
    '@orama/orama',
    'flexsearch',
    'fuse.js',
    'lunr',
    'minisearch',
  ])
  const rest = cli.filter(({ path }) => measures(path) && !path.startsWith('cli/bench/engines/'))
  expect(packagesIn(rest)).toEqual(['zod/mini'])
})

test('what keeps the site uses no packages', () => {
  expect(packagesOf('offline')).toEqual([])
})

test('the app uses React and its friends', () => {
  expect(packagesOf('app')).toEqual([
    'cmdk',
    'katex',
    'lucide-react',
    'react',
    'react-dom',
    'react-dom/client',
    'react-router-dom',
    'zustand',
  ])
})

test('the app reaches the worker by URL only', () => {
  const imports = inLayer('app').flatMap(({ text }) =>
    importsOf(text).filter(name => name.includes('worker/')),
  )
  expect(imports).toEqual(['#worker/search.ts?worker&url'])
})

test('no page imports another page', () => {
  for (const { path, text } of inLayer('app/pages')) {
    const page = path.split('/')[2]
    for (const name of importsOf(text).filter(name => name.includes('pages/'))) {
      expect(name, path).toContain(`pages/${page}/`)
    }
  }
})

test('no files import each other in a cycle', () => {
  expect(cycles()).toEqual([])
})

test('modules of core import only lower ones', () => {
  expect(upward()).toEqual([])
})

test('core has its modules and few files beside them', () => {
  const entries = readdirSync('src/core', { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  expect(folders.filter(name => !CORE_MODULES.includes(name))).toEqual([])
  expect(entries.length - folders.length).toBeLessThanOrEqual(4)
})

test('ui reaches nothing that knows papers, not even through other files', () => {
  const knowsPapers = (path: string) =>
    /^src\/(?!app\/(?:ui|io)\/|core\/text\/)/.test(path) && !path.endsWith('.css')
  const chains = [...graph.keys()]
    .filter(path => path.startsWith('src/app/ui/'))
    .map(path => chainTo(graph, path, knowsPapers))
    .filter(chain => chain !== undefined)
  expect(chains.map(chain => chain.join(' → '))).toEqual([])
})

test('paper knows no pages', () => {
  const imports = inLayer('app/paper').flatMap(({ text }) => importsOf(text))
  expect(imports.filter(name => name.includes('pages/'))).toEqual([])
})

test('exported names are unique', () => {
  expect(repeated()).toEqual([])
})

test('no name hides a global one', () => {
  expect(shadowed()).toEqual([])
})

test(`at most two files are longer than ${LONGEST_FILE} lines, and say why`, () => {
  expect(longFiles().length, longFiles().join('\n')).toBeLessThanOrEqual(2)
  expect(longFilesWithoutReason()).toEqual([])
})

test('only io touches what a browser remembers, fetches or starts', () => {
  const outside = inLayer('app').filter(({ path }) => !path.startsWith('app/io/'))
  for (const { path, text } of outside) {
    expect(text, path).not.toMatch(
      /\bfetch\(|new Worker\(|localStorage|sessionStorage|navigator\.(?:clipboard|serviceWorker)/,
    )
  }
})

test('no layer climbs out of its folder by relative paths', () => {
  for (const { path, text } of files) {
    expect(
      importsOf(text).filter(name => name.startsWith('../../..')),
      path,
    ).toEqual([])
  }
})
