import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { expect, test } from 'vitest'
import { apaReference } from '#core/cite/apa.ts'
import { cslItem } from '#core/cite/csl.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** By citeproc, which most reference managers use; the number says already that it is a preprint. */
function byCiteproc(paper: CorpusPaper): string {
  const { genre, note, ...item } = cslItem(paper)
  const options = { format: 'text', template: 'apa', lang: 'en-US' } as const
  return new Cite([item]).format('bibliography', options).trim()
}

/** What citeproc does otherwise: it turns quotation marks, drops the second half of `Da-shan`, and knows no notes. */
const asCiteproc = (reference: string): string =>
  reference
    .replace(/ \[Incomplete record: [^\]]*\]$/, '')
    .replace(/(?<=\p{Lu}\.)-\p{Ll}\./gu, '')
    .replaceAll("'", '’')

const KNOWN = { arxivId: '2501.00001', publishedAt: '2025-01-31', title: 'On 50% of {it}' }
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `Ada King${'abcdefghijklmnopqrstuvw'[at]}`)

test('a preprint', () => {
  const authors = ['Ana María Pérez', 'Emile van Krieken', 'Hal Daumé III', 'GLM-4. 5 Team', 'Yang']
  expect(apaReference(paperWith({ ...KNOWN, authors }))).toBe(
    'Pérez, A. M., van Krieken, E., Daumé, H., III, GLM-4. 5 Team, & Yang. (2025). On 50% of {it} (arXiv:2501.00001). arXiv. https://doi.org/10.48550/arXiv.2501.00001',
  )
})

test('what is missing is said, and nothing put in its place', () => {
  expect(apaReference(paperWith({ title: 'What is it?', authorCount: 9 }))).toBe(
    'What is it? (n.d.). [Incomplete record: without the names of its 9 authors and a date]',
  )
})

test.each<[string, Partial<CorpusPaper>]>([
  ['one author', { authors: ['Jean-Luc Picard'] }],
  ['two authors with initials', { authors: ['A. B. Smith', 'Sam J.R. Jones'] }],
  ['20 authors', { authors: many(20) }],
  ['21 authors', { authors: many(21) }],
  ['no authors', {}],
  ['names of many kinds', { authors: ['J.-P. Serre', "D'Arcy Thompson", 'Ümit Øst', 'Juan C. de la Cruz'] }],
])('%s, as citeproc has it', (_, known) => {
  const paper = paperWith({ ...KNOWN, ...known })
  expect(asCiteproc(apaReference(paper))).toBe(byCiteproc(paper))
})

test('every paper of the digest, as citeproc has it', async () => {
  const { hits } = await digestEngine().search({ q: '', page: 1, pageSize: 100 })
  for (const { paper } of hits) expect(asCiteproc(apaReference(paper))).toBe(byCiteproc(paper))
})

test('names in scripts without capitals stay as they are', () => {
  expect(apaReference(paperWith({ ...KNOWN, authors: ['明 李'] }))).toMatch(/^明 李\. \(2025\)\./)
})
