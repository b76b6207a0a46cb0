import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from './sourceFiles.ts'

/** What documents refer to is looked up by these, so that tests need no files. */
export interface Repository {
  exists: (path: string) => boolean
  read: (path: string) => string
  scripts: readonly string[]
}

export const repository: Repository = {
  exists: existsSync,
  read: path => readFileSync(path, 'utf8'),
  scripts: Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts),
}

/** The fragment by which GitHub links to a heading. */
const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => fragmentOf(heading as string))

/** `a/{b,c}.ts` → `a/b.ts`, `a/c.ts` */
export function expandedBraces(path: string): string[] {
  const [whole, before, choices, after] = path.match(/^([^{]*)\{([^}]*)\}(.*)$/) ?? []
  if (whole === undefined) return [path]
  return (choices as string).split(',').flatMap(choice => expandedBraces(`${before}${choice}${after}`))
}

const ROOTS = ['src', 'tests', 'docs', 'data', 'hosting', 'public', '.github', '.ci']
/** Written by commands, never committed. */
const WRITTEN = /^data\/(?:removed|corrections)\.json$|^data\/papers\.|^data\/sources\//

/** Paths in code spans: below one of the folders of the repository, or for `src/x/README.md` and `tests/README.md` below theirs. */
function missingPaths({ path, text }: SourceFile, { exists }: Repository): string[] {
  const folder = dirname(path)
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span as string)
  const isPath = (span: string) =>
    /^[\w.@{},/-]+$/.test(span) && span.includes('/') && !/^[/@]|\/\//.test(span)
  return spans
    .filter(isPath)
    .flatMap(expandedBraces)
    .filter(name => {
      if (ROOTS.includes(name.split('/')[0] as string)) return !WRITTEN.test(name) && !exists(name)
      const isOfFolder = /^(?:src|tests)(?:\/|$)/.test(folder) && /\.tsx?$/.test(name)
      return isOfFolder && !exists(join(folder, name))
    })
    .map(name => `${path}: no file ${name}`)
}

const unknownScripts = ({ path, text }: SourceFile, { scripts }: Repository): string[] =>
  [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)]
    .map(([, name]) => name as string)
    .filter(name => !scripts.includes(name))
    .map(name => `${path}: no script ${name}`)

/** Links to other documents and files, with the headings that they name. */
function brokenLinks({ path, text }: SourceFile, { exists, read }: Repository): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
    ([, link, image]) => (link ?? image) as string,
  )
  return targets
    .filter(target => !/^[a-z]+:/.test(target))
    .filter(target => {
      const [file = '', fragment] = target.split('#')
      const resolved = file === '' ? path : join(dirname(path), file)
      if (!exists(resolved)) return true
      return fragment !== undefined && !headingsOf(read(resolved)).includes(fragment)
    })
    .map(target => `${path}: broken link ${target}`)
}

/** Paths, scripts and links of a document that lead nowhere. */
export const deadReferences = (document: SourceFile, known: Repository): string[] => [
  ...missingPaths(document, known),
  ...unknownScripts(document, known),
  ...brokenLinks(document, known),
]
