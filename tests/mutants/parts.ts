import { readdirSync } from 'node:fs'

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map(name => `${folder}/${name}`)

interface Part {
  files: readonly string[]
  /** Those of its own, and of what is made of it alone. With the tests of all of core a score could only be higher. */
  tests: readonly string[]
}

const sources = (...names: string[]): string[] => names.map(name => `src/core/${name}.ts`)
const tests = (...names: string[]): string[] => names.map(name => `tests/core/${name}.test.ts`)
const testsIn = (folder: string): string[] =>
  filesIn(`tests/core/${folder}`).filter(name => name.endsWith('.test.ts'))

/** The parts of core that are judged by mutants. */
export const PARTS: Readonly<Record<string, Part>> = {
  view: {
    files: sources('site/view', 'site/paths', 'engine/request'),
    tests: tests('site/view', 'site/paths', 'engine/request', 'site/head'),
  },
  paper: {
    files: [
      ...sources('papers/paper', 'papers/mergePapers', 'papers/authorNames', 'papers/doi', 'papers/arxiv'),
      ...sources('papers/corpus', 'papers/monthFile'),
    ],
    tests: [
      ...tests('papers/paper', 'papers/authorNames', 'papers/doi', 'papers/arxiv', 'papers/corpus'),
      ...tests('papers/monthFile'),
    ],
  },
  query: { files: filesIn('src/core/query'), tests: testsIn('query') },
  sources: {
    files: [...filesIn('src/core/sources'), ...sources('text/issues', 'text/json', 'text/receivedText')],
    tests: [...testsIn('sources'), ...tests('text/issues', 'text/json', 'text/receivedText')],
  },
  search: {
    files: [
      ...filesIn('src/core/index'),
      ...filesIn('src/core/search'),
      ...sources('text/analyze', 'text/editDistance', 'text/numberWords', 'text/stem', 'text/stopwords'),
    ],
    tests: [
      ...testsIn('index'),
      ...testsIn('search'),
      ...tests('engine/localEngine', 'text/analyze', 'text/numberWords', 'text/stem'),
    ],
  },
}

/** What words of the command line name: parts, files of parts, or all parts where there are none. */
export function filesOf(words: readonly string[]): string[] {
  const all = Object.values(PARTS).flatMap(({ files }) => files)
  if (words.length === 0) return all
  return [
    ...new Set(
      words.flatMap(word => {
        const files = PARTS[word]?.files ?? all.filter(file => file === word)
        if (files.length === 0)
          throw new Error(`“${word}” is neither a part (${Object.keys(PARTS).join(', ')}) nor a file of one.`)
        return files
      }),
    ),
  ]
}
