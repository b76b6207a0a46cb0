import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import * as z from 'zod/mini'
import { monthAbbreviations } from '../text/dates.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { type BibtexEntry, ENTRY_LIMIT } from './bibtexScan.ts'

/** The fields of one entry, by name in lower case, with braces and TeX as in the file. */
export type BibtexFields = ReadonlyMap<string, string>

const Parsed = z.tuple([z.object({ properties: z.record(z.string(), z.unknown()) })])
/** Fields that are read. Others may be repeated: nothing is lost. */
const READ = new Set([
  ...[
    'title',
    'author',
    'abstract',
    'date',
    'year',
    'month',
    'day',
    'url',
    'ee',
    'howpublished',
    'link',
    'doi',
  ],
  ...['eprint', 'archiveprefix', 'eprinttype', 'primaryclass', 'eprintclass', 'volume', 'journal'],
  ...['journaltitle', 'arxivid', 'note', 'keywords', 'keyword', 'crossref', 'xdata'],
])
/** Names of journals are far shorter. Strings can grow with each that is made of others. */
const STRING_LIMIT = 2_000
/** As the parser has them: it makes numbers of them. */
const MONTHS = new Set(monthAbbreviations().map(name => name.toLowerCase()))

const isBalanced = (value: string): boolean => {
  let depth = 0
  for (const [token] of value.matchAll(/\\[\\{}]|[{}]/g)) {
    if (token === '{') depth++
    else if (token === '}' && --depth < 0) return false
  }
  return depth === 0 && !value.endsWith('\\')
}

/** Where the parser stopped, as a place in the file. */
function flawOf(error: unknown, { body, line, bodyLine }: BibtexEntry): Problem {
  const [, row, column] = /at line (\d+) col (\d+)/.exec((error as Error).message) ?? []
  if (row === undefined)
    return { where: `line ${line}`, message: 'entry left out: it is no BibTeX', dropped: true }
  const behind = excerpt((body.split('\n')[Number(row) - 2] ?? '').slice(Number(column) - 1), 40)
  const message = `entry left out: no BibTeX from ${behind === '' ? 'here' : `“${behind}”`} on`
  return {
    where: `line ${Math.min(bodyLine + Number(row) - 2, bodyLine + body.split('\n').length - 1)}`,
    message,
    dropped: true,
  }
}

/** Reads the fields of entries one by one, with the strings that were defined before them. */
export class BibtexReader {
  readonly #strings = new Map<string, string>()

  /** Takes a definition, `@string{name = value}`. */
  define(entry: BibtexEntry): Problem[] {
    const { fields, problems } = this.fieldsOf(entry)
    const problem = (message: string): Problem => ({ where: `line ${entry.line}`, message, dropped: true })
    for (const [name, value] of fields ?? []) {
      if (value.length > STRING_LIMIT)
        problems.push(
          problem(`string left out: “${excerpt(name)}” is longer than ${STRING_LIMIT} characters`),
        )
      else if (!isBalanced(value))
        problems.push(problem(`string left out: “${excerpt(name)}” has brackets without their other half`))
      else this.#strings.set(name, value.replace(/\s+/g, ' '))
    }
    return problems
  }

  /** Without fields where the entry cannot be read: a problem says why. */
  fieldsOf(entry: BibtexEntry): { fields?: BibtexFields; problems: Problem[] } {
    if (entry.body.trim() === '') return { fields: new Map(), problems: [] }
    const where = `line ${entry.line}`
    const problems: Problem[] = entry.twice
      .filter(name => READ.has(name))
      .map(name => ({
        where,
        message: `the field “${excerpt(name)}” stands twice: the last is kept`,
        dropped: true,
      }))
    const leftOut = (problem: Problem) => ({ problems: [...problems, problem] })
    const used = entry.uses.filter(name => !MONTHS.has(name) || this.#strings.has(name))
    const unknown = [...new Set(used)].filter(name => !this.#strings.has(name))
    if (unknown.length > 0) {
      const names = unknown.slice(0, 5).map(name => `“${excerpt(name)}”`)
      problems.push({
        where,
        message: `no string of this name is defined above: ${names.join(', ')}`,
        dropped: true,
      })
    }
    const length = used.reduce((sum, name) => sum + (this.#strings.get(name)?.length ?? 0), entry.body.length)
    // No definition can hide what every object inherits under this name.
    if (length > ENTRY_LIMIT || used.includes('__proto__')) {
      return leftOut({
        where,
        message: 'entry left out: its strings make it too long, or are none',
        dropped: true,
      })
    }
    const strings = [...new Set(used)].map(name => `@string{${name} = {${this.#strings.get(name) ?? ''}}}`)
    try {
      const parsed = Parsed.parse(
        plugins.input.data(`${strings.join('')}@misc{key,\n${entry.body}\n}`, '@biblatex/text'),
      )
      const values = Object.entries(parsed[0].properties).filter(([, value]) => value !== '')
      return { fields: new Map(values.map(([name, value]) => [name, String(value)])), problems }
    } catch (error) {
      return leftOut(flawOf(error, entry))
    }
  }
}
