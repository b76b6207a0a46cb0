import type { Random } from '#cli/bench/random.ts'

/** A file that does harm to whoever reads it without care, and what has to become of it. */
export interface HostileImport {
  /** As a file of a folder. */
  name: string
  content: string | Uint8Array
  /** Its row in the catalogue of threats. */
  row: number
  /** How many records are read from it all the same. */
  papers: number
  /** What is said of each thing that is left out. Absent: it is a good file, and nothing is. */
  says?: RegExp
  /** How many things are left out, where nothing is read and yet more than one is to be said. */
  messages?: number
}

/** A family of such files, the same for the same dice. */
export type Family = (random: Random) => HostileImport[]

/** Files whose names are numbered: `cut-1.json`. */
export const numbered = (
  name: string,
  extension: string,
  contents: readonly (string | Uint8Array)[],
  what: Omit<HostileImport, 'name' | 'content'>,
): HostileImport[] =>
  contents.map((content, at) => ({ name: `${name}-${at + 1}.${extension}`, content, ...what }))

/** So many different places of a text, its ends excepted. */
export const places = (random: Random, length: number, count: number): number[] =>
  [...new Set(Array.from({ length: count * 2 }, () => 1 + random.below(length - 1)))].slice(0, count)

export const entry = (title: unknown, more: object = {}): object => ({
  paper: {
    id: '2512.00001',
    title,
    summary: 'What it says.',
    authors: [{ name: 'Ana Li' }],
    upvotes: 1,
    ...more,
  },
})
/** A day of the daily-papers API. */
export const day = (...titles: unknown[]): string => JSON.stringify(titles.map(title => entry(title)))

export const line = (fields: object): string => `${JSON.stringify({ title: 'A Line', ...fields })}\n`

export const month = (papers: readonly object[], version: unknown = 1): string =>
  JSON.stringify({ version, papers })
export const stored = (fields: object): object => ({
  ...{
    id: 'stored',
    aliases: [],
    title: 'Stored',
    alsoTitled: [],
    listedOn: [],
    codeUrls: [],
    projectUrls: [],
  },
  ...{ keywords: [], categories: [], sources: [{ name: 'a.txt', format: 'facts', gave: ['title'] }] },
  ...fields,
})

export const feed = (...entries: string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`
export const atomEntry = (title: string, more = ''): string =>
  `<entry><id>http://arxiv.org/abs/2512.00001v1</id><title>${title}</title>${more}</entry>`

export const bib = (fields: string, key = 'li2025'): string =>
  `@misc{${key},\n  title = {A Bib Entry},\n  ${fields}\n}\n`

export const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
