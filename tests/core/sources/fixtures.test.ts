import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOfName } from '#core/sources/captureDay.ts'
import { readSource } from '#core/sources/index.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)

const readNamed = (text: string, name: string) => {
  const day = dayOfName(name)
  return readSource(text, day === undefined ? { name } : { name, day })
}

for (const [folder, ending] of [
  ['page-text', '.txt'],
  ['facts', '.facts.json'],
  ['daily-papers', '.api.json'],
  ['arxiv', '.xml'],
  ['json-lines', '.jsonl'],
  ['bibtex', '.bib'],
  ['json-papers', '.source.json'],
  ['ris', '.ris'],
  ['announcements', '.xml'],
  ['oai-pmh', '.xml'],
] as const) {
  const names = readdirSync(new URL(`${folder}/`, fixtures)).filter(name => name.endsWith(ending))
  test.each(names)(`${folder}/%s reads as its golden record says`, name => {
    const text = readFileSync(new URL(`${folder}/${name}`, fixtures), 'utf8')
    const golden = readFileSync(new URL(`${folder}/${name.slice(0, -ending.length)}.json`, fixtures), 'utf8')
    expect(`${JSON.stringify(readNamed(text, name), null, 2)}\n`).toBe(golden)
  })
}

const pages = readdirSync(new URL('page-text/', fixtures)).filter(name => name.endsWith('.txt'))

test.each(pages)('page-text/%s reads the same with Windows line ends and a byte-order mark', name => {
  const text = readFileSync(new URL(`page-text/${name}`, fixtures), 'utf8')
  expect(readNamed(`\ufeff${text.replaceAll('\n', '\r\n')}`, name)).toEqual(readNamed(text, name))
})
