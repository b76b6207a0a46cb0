import { expect, test } from 'vitest'
import { bibtex, citationKey } from '#core/cite.ts'
import { paperWith } from '../fixtures/paper.ts'

test('a complete record has the shape known from arXiv', () => {
  const paper = paperWith({
    id: '2501.00001',
    arxivId: '2501.00001',
    title: 'On 50% of $x_1$ & {braces}',
    authors: ['Ana María Pérez', 'Bo Li'],
    publishedAt: '2025-01-31',
    categories: ['cs.CL'],
  })
  expect(bibtex(paper)).toBe(`@misc{perez202550,
  title = {{On 50\\% of \\$x\\_1\\$ \\& \\{braces\\}}},
  author = {Ana María Pérez and Bo Li},
  year = {2025},
  eprint = {2501.00001},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/2501.00001},
  month = jan
}
`)
})

test('a record without authors or date says so and makes none up', () => {
  const text = bibtex(paperWith({ title: 'The known title', authorCount: 9 }))
  expect(text).toMatch(/^% Incomplete record: authors and date not known\n@misc\{known,/)
  expect(text).not.toMatch(/author =|year =|eprint/)
})

test('keys are made of letters and digits whatever the title', () => {
  expect(citationKey(paperWith({ id: 'paper-1abc', title: '深度学习' }))).toBe('paper1abc')
})
