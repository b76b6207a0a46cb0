import { readFileSync } from 'node:fs'
import { importCycles, importGraph, upwardImports } from './imports.ts'
import { LONGEST_FILE, tooLong } from './lengths.ts'
import { globalNames, repeatedNames, shadowedGlobals } from './names.ts'
import { described, phrasesIn } from './phrases.ts'
import { filesBelow, TYPESCRIPT } from './sourceFiles.ts'

/** Modules of core, lowest first: each imports only itself and earlier ones. */
export const CORE_MODULES = [
  'text',
  'tex',
  'papers',
  'index',
  'query',
  'search',
  'themes',
  'sources',
  'cite',
  'publish',
  'suggest',
  'site',
  'engine',
]

const sources = filesBelow('src', TYPESCRIPT)
export const graph = importGraph(sources)

export const cycles = (): string[] => importCycles(graph).map(cycle => cycle.join(' → '))

export const upward = (): string[] => upwardImports(graph, 'src/core', CORE_MODULES)

/** Names exported by several files. Texts are imported as a whole, and have names that say where they are shown. */
export const repeated = (): string[] =>
  [...repeatedNames(sources.filter(({ path }) => !/[tT]exts\.tsx?$/.test(path)))].map(
    ([name, paths]) => `${name}: ${paths.join(', ')}`,
  )

export const shadowed = (): string[] => shadowedGlobals(sources, globalNames())

/** Files with more lines than `LONGEST_FILE`, the longest first. */
export const longFiles = (): string[] => tooLong(sources).map(({ path, lines }) => `${path}: ${lines} lines`)

/** Of these, the files without a comment at the top that says why. */
export const longFilesWithoutReason = (): string[] =>
  tooLong(sources)
    .filter(({ hasReason }) => !hasReason)
    .map(({ path }) => `${path}: begin with /** Longer than ${LONGEST_FILE} lines: … */`)

/** All documents of the repository. */
export const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSES.md', 'tests/README.md'].map(path => ({
    path,
    text: readFileSync(path, 'utf8'),
  })),
  ...filesBelow('docs', /\.md$/),
  ...filesBelow('src', /\.md$/),
]

/** Phrases of the list in sources, in files that are copied into the site, and in documents. */
export const phrases = (): string[] =>
  [...filesBelow('src', /\.(?:tsx?|css)$/), ...filesBelow('public', /\.(?:js|txt|html)$/), ...DOCUMENTS]
    .flatMap(phrasesIn)
    .map(described)
