import { parseSync } from 'vite'
import { filesBelow, type SourceFile } from './sourceFiles.ts'

/** Names that a file declares and exports; what it passes on from other files is left out. */
export function exportedNames({ path, text }: SourceFile): string[] {
  const { staticImports, staticExports } = parseSync(path, text).module
  const imported = new Set(
    staticImports.flatMap(({ entries }) => entries.map(entry => entry.localName.value)),
  )
  const names = staticExports
    .flatMap(({ entries }) => entries)
    .filter(entry => !entry.moduleRequest && !imported.has(entry.localName.name ?? ''))
    .flatMap(entry => entry.exportName.name ?? [])
  return [...new Set(names)]
}

/** Names that more than one file exports, each with these files. A type and a value of one name in one file are one. */
export function repeatedNames(files: readonly SourceFile[]): Map<string, string[]> {
  const exporters = new Map<string, string[]>()
  for (const file of files)
    for (const name of exportedNames(file)) exporters.set(name, [...(exporters.get(name) ?? []), file.path])
  return new Map([...exporters].filter(([, paths]) => paths.length > 1))
}

const DECLARATION =
  /^\s*(?:export )?(?:declare |abstract |async )*(?:type ([A-Z]\w*)(?= ?[=<])|(?:interface|class|enum|function|const|let) ([A-Z]\w*))/gm

/** Capitalised names that a file declares, and those that it gives to its imports. */
function capitalisedNames({ path, text }: SourceFile): Set<string> {
  const renamedImports = parseSync(path, text).module.staticImports.flatMap(({ entries }) =>
    entries.filter(({ importName, localName }) => importName.name !== localName.value),
  )
  return new Set([
    ...[...text.matchAll(DECLARATION)].map(([, type, other]) => (type ?? other) as string),
    ...renamedImports.map(({ localName }) => localName.value),
  ])
}

/** Types and values that TypeScript knows everywhere: those of the language and of browsers. */
export function globalNames(): Set<string> {
  const libraries = filesBelow('node_modules/@typescript', /\/lib\.(?:es\d+[\w.]*|dom|decorators)\.d\.ts$/)
  const declared = /^(?:declare )?(?:interface|type|var|function|class|const) ([A-Z]\w*)/gm
  return new Set(
    libraries.flatMap(({ text }) => [...text.matchAll(declared)].map(([, name]) => name as string)),
  )
}

/** Names that hide a global one, each with its file. */
export const shadowedGlobals = (files: readonly SourceFile[], globals: ReadonlySet<string>): string[] =>
  files.flatMap(file =>
    [...capitalisedNames(file)].filter(name => globals.has(name)).map(name => `${name} in ${file.path}`),
  )
