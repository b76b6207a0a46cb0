import { expect, test } from 'vitest'
import { deadReferences, expandedBraces, type Repository } from './documents.ts'
import { chainTo, importCycles, importGraph, importsIn, upwardImports } from './imports.ts'
import { tooLong } from './lengths.ts'
import { exportedNames, globalNames, repeatedNames, shadowedGlobals } from './names.ts'
import { described, phrasesIn } from './phrases.ts'
import type { SourceFile } from './sourceFiles.ts'

const filesFrom = (texts: Record<string, string>): SourceFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }))

test('imports of every kind are read', () => {
  const text = `import './a.css'
import type { B } from './b.ts'
import {
  c,
} from '#core/c.ts'
export { d } from './d.ts'
export * from './e.ts'
export type { F } from './f.ts'
const g = await import('./g.ts')
type H = import('./h.ts').H
// import './comment.ts'`
  expect(importsIn({ path: 'src/x.ts', text })).toEqual([
    './a.css',
    './b.ts',
    '#core/c.ts',
    './d.ts',
    './e.ts',
    './f.ts',
    './g.ts',
    './h.ts',
  ])
})

test('a cycle is found with its way, through types as well', () => {
  const graph = importGraph(
    filesFrom({
      'src/core/a.ts': `import { b } from './b.ts'`,
      'src/core/b.ts': `import type { C } from '#core/c.ts'`,
      'src/core/c.ts': `export { b } from './b.ts'`,
      'src/core/d.ts': `import url from './a.ts?url'`,
    }),
  )
  expect(importCycles(graph)).toEqual([['src/core/b.ts', 'src/core/c.ts', 'src/core/b.ts']])
  expect(importCycles(importGraph(filesFrom({ 'src/a.ts': `import './a.ts'` })))).toEqual([
    ['src/a.ts', 'src/a.ts'],
  ])
})

test('an import from a lower module to a higher one is found, and so is an unknown module', () => {
  const graph = importGraph(
    filesFrom({
      'src/core/low/a.ts': `import '../high/b.ts'`,
      'src/core/high/b.ts': `import '../low/c.ts'\nimport '../other/d.ts'`,
      'src/core/low/c.ts': '',
      'src/core/other/d.ts': '',
    }),
  )
  expect(upwardImports(graph, 'src/core', ['low', 'high'])).toEqual([
    'src/core/low/a.ts → src/core/high/b.ts',
  ])
  expect(upwardImports(graph, 'src/core', ['low', 'other', 'high'])).toHaveLength(1)
})

test('papers are found behind other files', () => {
  const graph = importGraph(
    filesFrom({
      'src/app/ui/Button.tsx': `import '../io/clipboard.ts'`,
      'src/app/io/clipboard.ts': `import type { Paper } from '#core/papers/paper.ts'`,
      'src/core/papers/paper.ts': '',
    }),
  )
  expect(chainTo(graph, 'src/app/ui/Button.tsx', path => path.includes('papers'))).toEqual([
    'src/app/ui/Button.tsx',
    'src/app/io/clipboard.ts',
    'src/core/papers/paper.ts',
  ])
  expect(chainTo(graph, 'src/app/ui/Button.tsx', path => path.includes('pages'))).toBeUndefined()
})

test('exported names are those declared in the file: not re-exports, overloads once', () => {
  const text = `import { other } from './other.ts'
export { passed } from './passed.ts'
export { other }
export const { a, b: [c] } = value, d = 1
export function e(x: number): void
export function e(x: string): void
export function e() {}
export const Paper = 1
export type Paper = number
const local = 1
export { local as f }`
  expect(exportedNames({ path: 'src/x.ts', text })).toEqual(['a', 'c', 'd', 'e', 'Paper', 'f'])
})

test('a name that two files export is found', () => {
  const files = filesFrom({
    'src/a.ts': 'export const keyOf = 1\nexport const only = 1',
    'src/b.ts': 'export function keyOf() {}',
  })
  expect([...repeatedNames(files)]).toEqual([['keyOf', ['src/a.ts', 'src/b.ts']]])
})

test('a type, a component and a renamed import that hide a global are found', () => {
  const files = filesFrom({
    'src/a.ts': 'export interface Text { value: string }\ntype Partial = 1',
    'src/b.tsx': `import { History } from 'lucide-react'\nimport { Choice as Option } from './c.ts'`,
    'src/c.ts': '  class Selection {}\nconst Request = 1\nconst text = "type Text"\nfunction Paper() {}',
  })
  expect(shadowedGlobals(files, globalNames())).toEqual([
    'Text in src/a.ts',
    'Partial in src/a.ts',
    'Option in src/b.tsx',
    'Selection in src/c.ts',
    'Request in src/c.ts',
  ])
})

const found = (text: string, path = 'src/a.ts') =>
  phrasesIn({ path, text }).map(({ line, phrase }) => `${line}: ${phrase}`)

test('phrases are found in comments, strings and over line breaks, whatever their case', () => {
  expect(
    found(`// Whoever asks
const text = 'It is not to be had.'
/**
 * Put in place
 * of the other, so the order is all
 * one. Cards come to life; it stands in the page.
 */
// At most so
// many.`).sort(),
  ).toEqual([
    '1: Whoever',
    '2: to be had',
    '4: in place of',
    '5: all one',
    '6: come to life',
    '6: stands in',
    '8: so many',
  ])
})

test('words that only contain a phrase, or stand apart, are left alone', () => {
  expect(
    found(`// A stand-in for it, all ones, small one.
const wholever = 'in places of', a = 'all', one = 'stand', b = 'in the place'`),
  ).toEqual([])
})

test('sentences about “what is X” are found, questions and clauses are not', () => {
  expect(
    found(`/** What a document has come to. */
// What is this? It says what is missing. What is lost is fetched
// again; what is whole stays.
const title = 'What is new'`),
  ).toEqual(['1: What a document has come to', '2: What is lost is fetched again;', '3: what is'])
  const document = `# What it is

What is kept, and how
is said. What is it for?

- What the worker does not have is loaded.

| what | asked |
| What is asked | no sentence |

\`\`\`
What is code.
\`\`\``
  expect(found(document, 'docs/a.md')).toEqual([
    '3: What is kept, and how is',
    '6: What the worker does not have',
  ])
})

test('a finding names the file, the line, the phrase and the plain words', () => {
  expect(phrasesIn({ path: 'src/a.ts', text: '\n// in place of' }).map(described)).toEqual([
    'src/a.ts:2: “in place of”: say “instead of”',
  ])
})

const known: Repository = {
  exists: path => ['docs/a.md', 'src/core/query/parse.ts', 'src/core/README.md'].includes(path),
  read: () => '# The first one\n',
  scripts: ['build'],
}

test('paths, scripts and links that lead nowhere are found', () => {
  const text = `[a](a.md) [b](b.md) [c](a.md#the-first-one) [d](a.md#second) [e](https://example.org)
\`src/core/query/{parse,gone}.ts\` \`data/corrections.json\` \`kv/cache\` <img src="c.png">
npm run build, npm run built`
  expect(deadReferences({ path: 'docs/x.md', text }, known)).toEqual([
    'docs/x.md: no file src/core/query/gone.ts',
    'docs/x.md: no script built',
    'docs/x.md: broken link b.md',
    'docs/x.md: broken link a.md#second',
    'docs/x.md: broken link c.png',
  ])
  const recipes = { path: 'src/core/README.md', text: '`query/parse.ts` `query/gone.ts` `and/or`' }
  expect(deadReferences(recipes, known)).toEqual(['src/core/README.md: no file query/gone.ts'])
})

test('braces are expanded', () => {
  expect(expandedBraces('a/{b,c}/{d,e}.ts')).toEqual(['a/b/d.ts', 'a/b/e.ts', 'a/c/d.ts', 'a/c/e.ts'])
})

test('long files are found, and whether they say why', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  const files = filesFrom({
    'src/short.ts': lines(250),
    'src/long.ts': lines(251),
    'src/table.ts': `/** Longer than 250 lines: one table. */\n${lines(300)}`,
    'src/parser.ts': `/**\n * Longer than 250 lines: one grammar.\n */\n${lines(270)}`,
    'src/other.ts': `/** One table. */\n${lines(260)}`,
  })
  expect(tooLong(files)).toEqual([
    { path: 'src/table.ts', lines: 301, hasReason: true },
    { path: 'src/parser.ts', lines: 273, hasReason: true },
    { path: 'src/other.ts', lines: 261, hasReason: false },
    { path: 'src/long.ts', lines: 251, hasReason: false },
  ])
})
