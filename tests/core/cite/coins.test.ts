import { expect, test } from 'vitest'
import { coinsOf } from '#core/cite/coins.ts'
import { paperWith } from '../../fixtures/paper.ts'

test('a paper of a list is read by reference managers as it is known', () => {
  const read = new URLSearchParams(
    coinsOf(
      paperWith({
        title: 'A & B: 100% "C" \ud800',
        arxivId: '2512.05564',
        authors: ['Ada Byron', 'Kurt G. Müller'],
        publishedAt: '2025-12-05',
      }),
    ),
  )
  expect(read.get('rft.title')).toBe('A & B: 100% "C" \ufffd')
  expect(read.get('rft.type')).toBe('preprint')
  expect(read.getAll('rft.creator')).toEqual(['Ada Byron', 'Kurt G. Müller'])
  expect(read.get('rft.date')).toBe('2025-12-05')
  expect(read.getAll('rft_id')).toEqual([
    'info:doi/10.48550/arXiv.2512.05564',
    'https://arxiv.org/abs/2512.05564',
  ])
})

test('no author, date or id is invented for it', () => {
  const unsigned = { organization: { name: 'A Lab' }, authorCount: 7 }
  const inferred = { publishedAt: '2025-10-11', publishedYearInferred: true } as const
  const read = new URLSearchParams(coinsOf(paperWith({ ...unsigned, ...inferred })))
  expect([...read.keys()]).toEqual(['ctx_ver', 'rft_val_fmt', 'rft.type', 'rft.title'])
})

test('an organisation, a name that a source divided and a published DOI come through', () => {
  const read = new URLSearchParams(
    coinsOf(
      paperWith({
        arxivId: '2612.05001',
        dois: ['10.1145/1'],
        authors: ['Orchard DeepVision', 'Lucía Prado Muestra', 'Ada Example'],
        authorNames: [{ literal: 'Orchard DeepVision' }, { family: 'Prado Muestra', given: 'Lucía' }],
      }),
    ),
  )
  expect(read.getAll('rft.aucorp')).toEqual(['Orchard DeepVision'])
  expect(read.getAll('rft.creator')).toEqual(['Prado Muestra, Lucía', 'Ada Example'])
  expect(read.getAll('rft_id')).toEqual(['info:doi/10.1145/1', 'https://arxiv.org/abs/2612.05001'])
})

test('a paper that is not on the arXiv has its own DOI', () => {
  const pairs = new URLSearchParams(coinsOf(paperWith({ dois: ['10.1000/example.1'] })))
  expect(pairs.get('rft.type')).toBe('preprint')
  expect(pairs.getAll('rft_id')).toEqual(['info:doi/10.1000/example.1'])
})
