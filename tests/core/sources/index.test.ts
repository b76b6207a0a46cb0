import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '#core/sources/index.ts'
import { SIZE_LIMIT } from '#core/sources/sniff.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

const whyRefused = (text: string, name = 'a.txt'): string => {
  const { records, problems } = readSource(text, { name })
  expect(records).toEqual([])
  expect(problems.map(({ dropped }) => dropped)).toEqual([true])
  return problems[0]?.message ?? ''
}

test.each([
  ['', 'is empty'],
  [' \n\t\ufeff ', 'only white space'],
  ['%PDF-1.7 …', 'PDF'],
  ['PK\u0003\u0004rest', 'ZIP'],
  ['\ufeff\n <!DOCTYPE html><p>Daily Papers', 'HTML'],
  ['<HTML lang="en">', 'HTML'],
  ['some\0thing', 'binary'],
])('%j is refused', (text, message) => {
  expect(whyRefused(text)).toContain(message)
})

test('HTML under the name of a facts file is refused as HTML [row 32]', () => {
  expect(whyRefused('<!doctype html>', 'a.facts.json')).toContain('HTML')
})

test('a text beyond the limit is refused, one at the limit is not [row 18]', () => {
  expect(whyRefused('x'.repeat(SIZE_LIMIT + 1))).toContain('larger than 20 MB')
  expect(whyRefused('x'.repeat(SIZE_LIMIT))).not.toContain('larger')
})

test.each(['A letter to nobody.', 'a,b\n1,2\n', '['])('%j is in no known format', text => {
  expect(whyRefused(text, 'notes.txt')).toContain('notes.txt is in no format known here')
})

const KNOWN =
  'BibTeX, RIS (also of PubMed and Web of Science), the text of a daily-papers page, JSON Lines of papers, JSON of ' +
  'papers (lists, and answers of Semantic Scholar, OpenAlex, OpenReview and Hugging Face; CSL-JSON), a facts file, ' +
  'JSON of the daily-papers API, an announcement feed of the arXiv (rss.arxiv.org), OAI-PMH records of the arXiv, an ' +
  'Atom feed of the arXiv API, the month files of a corpus, any text with ids of papers (with --complete)'
test.each(['A letter [to nobody].', 'a[1]'])('%j is in no known format, and told which formats are', text => {
  expect(whyRefused(text)).toBe(`a.txt is in no format known here, which are: ${KNOWN}`)
})

test.each([
  ['[', 'line 1', 'the text ends where a value should come (column 2)'],
  ['\ufeff\n {"a": }', 'line 2', 'a value expected, found "}" (column 8)'],
])('%j is in no known format, and no JSON from %s on', (text, where, flaw) => {
  const message = `a.txt is in no format known here, and not valid JSON: ${flaw}`
  expect(readSource(text, { name: 'a.txt' }).problems).toEqual([{ where, message, dropped: true }])
})

test.each([
  ['Title\n\n  • 3 authors\n·\nOct 11\n', 'notes.md', 'Title'],
  ['[{"title": "Known by its content"}]', 'notes.json', 'Known by its content'],
  ['TY  - JOUR\nTI  - Known by its tags\nER  - \n', 'notes.txt', 'Known by its tags'],
])('the format of %j is told from the text', (text, name, title) => {
  expect(readSource(text, { name }).records.map(({ paper }) => paper.title)).toEqual([title])
})

test('any text under any name is read without an error [row 24, 32]', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('a.txt', 'a.facts.json', 'daily-papers.txt', 'a.json', 'a.xml'),
      (text, name) => {
        const { records, problems } = readSource(text, { name })
        expect(records.length + problems.length).toBeGreaterThan(0)
      },
    ),
  )
}, 30_000)
