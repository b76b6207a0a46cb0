import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FLAGS } from '#cli/shared/flags.ts'
import { FIELD_NAMES } from '#core/query/fields.ts'
import { planQuery } from '#core/search/plan.ts'
import { deadReferences, repository } from './architecture/documents.ts'
import { DOCUMENTS } from './architecture/findings.ts'
import { CountedCorpus } from './fixtures/countedCorpus.ts'
import { digestManifest, digestPapers } from './fixtures/digest.ts'

test('paths, scripts and links in documents exist', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(100)
  expect(DOCUMENTS.flatMap(document => deadReferences(document, repository))).toEqual([])
})

test('the README stays short', () => {
  expect(statSync('README.md').size).toBeLessThanOrEqual(12_288)
})

const decisions = DOCUMENTS.filter(({ path }) => /^docs\/decisions\/\d/.test(path))

test('every decision has its parts, and a line in the index', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8')
  for (const { path, text } of decisions) {
    const [, name, number] = path.match(/\/((\d{3})-[\w-]+\.md)$/) ?? []
    expect(text.startsWith(`# ${number}. `), path).toBe(true)
    expect(text, path).toMatch(/^- Date: \d{4}-\d\d-\d\d\n- Status: (?:accepted|superseded|proposed)/m)
    expect(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
      path,
    ).toEqual(['Context', 'Decision', 'Consequences'])
    expect(index, path).toContain(`[${number}](${name})`)
  }
})

test('decisions are numbered without gaps', () => {
  const numbers = decisions.map(({ path }) => Number(path.match(/\d{3}/)?.[0]))
  expect(numbers).toEqual(decisions.map((_, index) => index + 1))
})

test('the reference of the query language lists every operator', () => {
  const text = readFileSync('docs/query-language.md', 'utf8')
  expect(FIELD_NAMES.filter(name => !text.includes(`\n| \`${name}:\` |`))).toEqual([])
})

test('flags in documents are flags of the commands', () => {
  const unknown = DOCUMENTS.filter(({ path }) => !path.startsWith('docs/decisions/')).flatMap(
    ({ path, text }) =>
      [...text.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)]
        .filter(([, flag]) => !Object.hasOwn(FLAGS, flag as string) && flag !== 'help')
        .map(([flag]) => `${path}: ${flag}`),
  )
  expect(unknown).toEqual([])
})

test('the table of dependencies has every package that the project asks for', () => {
  const text = readFileSync('docs/dependencies.md', 'utf8')
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const isListed = (name: string) =>
    name.startsWith('@types/') || text.includes(name) || text.includes(name.replace(/\/.*/, '/*'))
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter(name => !isListed(name))).toEqual([])
})

test('the plan in the document about search has the fields of a plan', () => {
  const example = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/search.md', 'utf8'))?.[1] ?? ''
  const corpus = new CountedCorpus(digestManifest())
  corpus.addSegment(digestPapers())
  const { query } = corpus.parse('verifible rewards -survey theme:rlvr')
  const fieldsOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(fieldsOf)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fieldsOf(field)]))
        : typeof value
  expect(fieldsOf(JSON.parse(example))).toEqual(fieldsOf(planQuery(query, corpus.planContext)))
})
