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
/** Each expression of the sources, with the files that contain it. */
const all = new Map<string, { expression: Expression; files: string[] }>()
for (const path of paths)
  for (const expression of expressionsIn(path, readFileSync(join('src', path), 'utf8'))) {
    const text = `/${expression.pattern}/${expression.flags}`
    const files = all.get(text)?.files ?? []
    all.set(text, { expression, files: files.includes(path) ? files : [...files, path] })
  }

/**
 * Expressions that are not found safe within the time, each with the reason why its text is bounded, for every file that
 * contains it: the length of the text, or who writes it.
 */
const BOUNDED: Record<string, string> = {
  '/\\/+$/':
    'core/engine/loadedCorpus: an id from an address; cli/ingest/providers/apiRequest: an address from the command line',
  '/\\(Did you mean (.+)\\?\\)/s': 'cli/shared/parseArguments: a message of commander about one argument',
  '/\\B(?=(?:\\d{3})+$)/g': 'core/text/numbers: the digits of a number, at most 22',
  '/--color-([\\w-]+): light-dark\\((#[0-9a-f]{6}),/g': 'site/assets/picture: the styles of the site',
  '/\\/react-router\\/dist\\/production\\/.+\\.mjs$/': 'site/vite/productionRouter: a path of a module',
  '/\\([^)]*\\)/g': 'cli/evaluate/keywordOverlap: a keyword, when measuring',
  '/^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$/gu':
    'cli/bench/knownItems: a word of a title, when measuring; core/site/repair/address: at most 10,000 characters',
  '/^[^\\S\\n]{0,20}@[a-z]{2,30}[^\\S\\n]{0,20}[{(]/im': 'core/sources/bibtex: every repetition has a limit',
  '/@(?:(?:string|preamble|comment)\\s*[{(]|[a-z]+\\s*[{(]\\s*[^\\s{}(),="\'#]*\\s*,)/iy':
    'core/sources/bibtexScan: sticky, tried only at an @ that begins a line, in entries of 1 MB at most',
  '/daily-papers.*\\.txt$/i': 'core/sources/pageText: the name of a file',
  '/^#{1,6} (?:\\[[^\\n]{0,1000}\\]\\((?:https?:|\\/)|Daily Papers\\s*$)/m':
    'core/sources/pageLinks: only at the beginning of a line, at most 1,000 characters from there',
  "/``((?:[^`'\"\\\\]|'(?!')){1,200})\"/g":
    'core/tex/display: 200 characters from each quotation mark at most',
  "/(?<![\\w`])`(?![\\s`])((?:[^`'\\\\]|(?<=\\p{L})'(?=\\p{L})){1,200})'(?!\\p{L})/gu":
    'core/tex/display: 200 characters from each quotation mark at most',
  '/\\{\\\\(?:em|it|bf|sc|tt|sl|sf|rm)\\s+([^{}]{0,500})\\}/g':
    'core/tex/display: 500 characters, in texts up to LONGEST_READ',
}

/** `unknown` where the time was not enough: on a busy machine 10 s can be. */
const judged = ({ pattern, flags }: Expression, timeout: number): 'safe' | 'vulnerable' | 'unknown' =>
  checkSync(pattern, flags, { timeout }).status

const LIMIT = 10_000
/** For expressions that took longer than `LIMIT`, tried once more. */
const PATIENT_LIMIT = 60_000

test('an unsafe expression is vulnerable, and one without time is unknown', () => {
  const [expression] = expressionsIn('a.ts', 'const a: RegExp = /^(a+)+$/u') as [Expression]
  expect(judged(expression, LIMIT)).toBe('vulnerable')
  expect(judged({ pattern: '(?:a|b|ab)*c(?=\\p{L}{1,900})(a|aa)+$', flags: 'u' }, 1)).toBe('unknown')
})

test('no regular expression takes more than linear time, but those whose text is bounded [row 30, 37]', () => {
  expect(all.size).toBeGreaterThan(200)
  const verdicts = [...all]
    .filter(([text]) => !(text in BOUNDED))
    .map(([text, { expression }]) => {
      const verdict = judged(expression, LIMIT)
      return { text, verdict: verdict === 'unknown' ? judged(expression, PATIENT_LIMIT) : verdict }
    })
  const withVerdict = (wanted: string) =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ text }) => text)
  expect(withVerdict('vulnerable'), 'more than linear time').toEqual([])
  expect(withVerdict('unknown'), `not decided within ${PATIENT_LIMIT / 1000} s: bound its text`).toEqual([])
}, 1_200_000)

test('reasons name exactly the files that contain the expression', () => {
  const named = Object.entries(BOUNDED).map(([text, reason]) => ({
    text,
    files: reason.split('; ').map(part => part.split(': ')[0] as string),
  }))
  const present = named.map(({ text }) => ({
    text,
    files: (all.get(text)?.files ?? []).map(path => path.replace(/\.tsx?$/, '')),
  }))
  expect(named).toEqual(present)
})
