import { join } from 'node:path'
import { parseSync } from 'vite'
import type { SourceFile } from './sourceFiles.ts'

/** Paths of files, each with the files that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** The specifiers of a file's imports: of values, types, re-exports, `import()` and `import('…').Type`. */
export function importsIn({ path, text }: SourceFile): string[] {
  const { staticImports, staticExports } = parseSync(path, text).module
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(entry => entry.moduleRequest?.value ?? [])),
    ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, name]) => name as string),
  ]
  return [...new Set(requests)]
}

/** The path that an import leads to; nothing for a package. */
function resolved(importer: string, name: string): string | undefined {
  const path = name.split('?')[0] as string
  if (path.startsWith('.')) return join(importer, '..', path)
  if (path.startsWith('#')) return `src/${path.slice(1)}`
  return undefined
}

/** Imports among the given files. Imports that only give a URL (`?url`) are left out: they run nothing. */
export function importGraph(files: readonly SourceFile[]): ImportGraph {
  const paths = new Set(files.map(({ path }) => path))
  return new Map(
    files.map(file => {
      const targets = importsIn(file)
        .filter(name => !/[?&]url\b/.test(name))
        .map(name => resolved(file.path, name))
        .filter(target => target !== undefined)
        .filter(target => paths.has(target))
      return [file.path, [...new Set(targets)]]
    }),
  )
}

/** Import cycles, one for each import that leads back to a file on the way to it, from the first file to itself. */
export function importCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = []
  const finished = new Set<string>()
  const way: string[] = []
  const visit = (path: string): void => {
    if (finished.has(path)) return
    const start = way.indexOf(path)
    if (start >= 0) {
      cycles.push([...way.slice(start), path])
      return
    }
    way.push(path)
    for (const target of graph.get(path) ?? []) visit(target)
    way.pop()
    finished.add(path)
  }
  for (const path of graph.keys()) visit(path)
  return cycles
}

/** The shortest chain of imports from a file to the first one that matches; nothing where none does. */
export function chainTo(
  graph: ImportGraph,
  from: string,
  matches: (path: string) => boolean,
): string[] | undefined {
  const previous = new Map<string, string | undefined>([[from, undefined]])
  for (const path of previous.keys()) {
    if (path !== from && matches(path)) {
      const chain = [path]
      for (let at = previous.get(path); at !== undefined; at = previous.get(at)) chain.unshift(at)
      return chain
    }
    for (const target of graph.get(path) ?? []) if (!previous.has(target)) previous.set(target, path)
  }
  return undefined
}

/** Imports from a module (a folder below `folder`) to one that comes later in `order`, or is not in it. */
export function upwardImports(graph: ImportGraph, folder: string, order: readonly string[]): string[] {
  const moduleOf = (path: string): string | undefined =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined
  return [...graph].flatMap(([path, targets]) => {
    const from = moduleOf(path)
    if (from === undefined) return []
    return targets
      .filter(target => {
        const to = moduleOf(target)
        return to !== undefined && to !== from && order.indexOf(to) >= order.indexOf(from)
      })
      .map(target => `${path} → ${target}`)
  })
}
