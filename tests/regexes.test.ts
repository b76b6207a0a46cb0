import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

interface Expression {
  pattern: string
  flags: string
}

/** All regular expressions that stand in a source, by a walk through its syntax tree. */
function expressionsIn(path: string, text: string): Expression[] {
  const found: Expression[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, regex } = node as { type?: string; regex?: Expression }
    if (type === 'Literal' && regex) found.push(regex)
    else for (const child of Object.values(node)) walk(child)
  }
  walk(parseSync(path, text).program)
  return found
}

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path =>
  /(?<!\.d)\.tsx?$/.test(path),
)
const all = new Map(
  paths
    .flatMap(path => expressionsIn(path, readFileSync(join('src', path), 'utf8')))
    .map(expression => [`/${expression.pattern}/${expression.flags}`, expression]),
)

/** Those that are not found safe within the time, each with what bounds it: the length of its text, or who writes that. */
const BOUNDED: Record<string, string> = {
  '/\\/+$/': 'cli/ingest/providers/apiRequest: an address from the command line',
  '/\\B(?=(?:\\d{3})+$)/g': 'core/text/numbers: the digits of a number, at most 22',
  '/--color-([\\w-]+): light-dark\\((#[0-9a-f]{6}),/g': 'site/assets/picture: the styles of the site',
  '/\\/react-router\\/dist\\/production\\/.+\\.mjs$/': 'site/vite/productionRouter: a path of a module',
  '/\\([^)]*\\)/g': 'cli/evaluate/keywordOverlap: a keyword, when measuring',
  '/^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$/gu':
    'cli/evaluate/knownItems: a word of a title, when measuring; core/site/repair/address: at most 10,000 characters',
  '/^[^\\S\\n]{0,20}@[a-z]{2,30}[^\\S\\n]{0,20}[{(]/im': 'core/sources/bibtex: every repetition has a limit',
  '/@(?:(?:string|preamble|comment)\\s*[{(]|[a-z]+\\s*[{(]\\s*[^\\s{}(),="\'#]*\\s*,)/iy':
    'core/sources/bibtexScan: sticky, tried only at an @ that begins a line; entries of 1 MB at most',
  '/daily-papers.*\\.txt$/i': 'core/sources/page-text: the name of a file',
  '/^#{1,6} (?:\\[[^\\n]{0,1000}\\]\\((?:https?:|\\/)|Daily Papers\\s*$)/m':
    'core/sources/pageLinks: only at the beginning of a line, at most 1,000 characters from there',
  "/``((?:[^`'\"\\\\]|'(?!')){1,200})\"/g":
    'core/tex/display: 200 characters from each quotation mark at most',
  "/(?<![\\w`])`(?![\\s`])((?:[^`'\\\\]|(?<=\\p{L})'(?=\\p{L})){1,200})'(?!\\p{L})/gu":
    'core/tex/display: 200 characters from each quotation mark at most',
  '/\\{\\\\(?:em|it|bf|sc|tt|sl|sf|rm)\\s+([^{}]{0,500})\\}/g':
    'core/tex/display: 500 characters, in texts up to LONGEST_READ',
}

const isSafe = ({ pattern, flags }: Expression): boolean =>
  checkSync(pattern, flags, { timeout: 10_000 }).status === 'safe'

test('what is unsafe is found', () => {
  expect(expressionsIn('a.ts', 'const a: RegExp = /^(a+)+$/u').map(isSafe)).toEqual([false])
})

test('no regular expression takes more than linear time, but those whose text is bounded [row 30, 37]', () => {
  expect(all.size).toBeGreaterThan(200)
  const unsafe = [...all]
    .filter(([text, expression]) => !(text in BOUNDED) && !isSafe(expression))
    .map(([text]) => text)
  expect(unsafe).toEqual([])
  expect(Object.keys(BOUNDED).filter(text => !all.has(text))).toEqual([])
}, 600_000)
