import { expect, test } from 'vitest'
import { citationOf } from '#core/cite/citation.ts'
import { citationKey } from '#core/cite/citationKey.ts'
import { cslName, tellingNames } from '#core/cite/names.ts'
import type { AuthorName } from '#core/papers/authorNames.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { readBibtex, readRis } from './readers.ts'

const KIM = { family: 'Kim', given: 'Lab' }
const PRADO = { family: 'Prado Muestra', given: 'Lucía' }
const ORCHARD = { literal: 'Orchard DeepVision' }

test.each<[string, AuthorName[], object]>([
  ['Lucía Prado Muestra', [PRADO], PRADO],
  ['Lucía Prado Muestra', [], { family: 'Muestra', given: 'Lucía Prado' }],
  ['Lab Kim', [KIM], KIM],
  ['Lab Kim', [], { literal: 'Lab Kim' }],
  ['Orchard DeepVision', [ORCHARD], ORCHARD],
  ['Orchard DeepVision', [{ family: 'DeepVision', given: 'Orchard' }, ORCHARD], ORCHARD],
  [
    'Hugo van de Vries Jr.',
    [{ family: 'Vries', given: 'Hugo', particle: 'van de', suffix: 'Jr.' }],
    { family: 'Vries', given: 'Hugo', 'non-dropping-particle': 'van de', suffix: 'Jr.' },
  ],
  ['Plato', [{ family: 'Plato' }], { family: 'Plato' }],
])('%s with the divisions %j is %j', (author, known, name) => {
  expect(cslName(author, known)).toEqual(name)
})

test('only divisions that say more than a guess are published', () => {
  const usual = { family: 'Example', given: 'Ada' }
  const authors = ['Ada Example', 'Lab Kim', 'Orchard DeepVision']
  expect(tellingNames(authors, [usual, KIM, ORCHARD, PRADO])).toEqual([KIM, ORCHARD])
})

const PAPER = paperWith({
  id: '2612.05001',
  arxivId: '2612.05001',
  title: 'Orchard',
  publishedAt: '2026-12-30',
  authors: ['Orchard DeepVision', 'Lab Kim', 'Lucía Prado Muestra', 'Ada van der Berg'],
  authorNames: [ORCHARD, KIM, PRADO, { family: 'van der Berg', given: 'Ada' }],
})

test('every format keeps what a source said of names', () => {
  const bib = citationOf(PAPER, 'bibtex')
  expect(bib).toContain(
    '{{Orchard DeepVision} and Kim, Lab and Prado Muestra, Lucía and {van der Berg}, Ada}',
  )
  const families = ['Orchard DeepVision', 'Kim, Lab', 'Prado Muestra, Lucía', 'van der Berg, Ada']
  expect(readBibtex(bib)[0]?.authors).toEqual(families)
  expect(readRis(citationOf(PAPER, 'ris'))[0]?.AU).toEqual(families)
  expect(JSON.parse(citationOf(PAPER, 'csl'))[0].author).toEqual([
    ORCHARD,
    KIM,
    PRADO,
    { family: 'van der Berg', given: 'Ada' },
  ])
  expect(citationOf(PAPER, 'apa')).toMatch(
    /^Orchard DeepVision, Kim, L\., Prado Muestra, L\., & van der Berg, A\. /,
  )
  expect(citationKey(PAPER)).toBe('orcharddeepvision2026orchard-2612.05001')
})

test('a date is cited as precisely as it is known', () => {
  const cited = (publishedAt: string) => {
    const paper = paperWith({ title: 'T', publishedAt, authors: ['Ada Example'] })
    const { year, month, day } = readBibtex(citationOf(paper, 'bibtex'))[0]?.fields ?? {}
    const { PY, DA } = readRis(citationOf(paper, 'ris'))[0] ?? {}
    return [[year, month, day], PY, DA, JSON.parse(citationOf(paper, 'csl'))[0].issued['date-parts'][0]]
  }
  expect(cited('2024')).toEqual([['2024', undefined, undefined], '2024', undefined, [2024]])
  expect(cited('2024-07')).toEqual([['2024', '7', undefined], '2024', '2024/07', [2024, 7]])
  expect(cited('2024-07-12')).toEqual([['2024', '7', '12'], '2024', '2024/07/12', [2024, 7, 12]])
})

test('DOIs are cited: that of the published version before the arXiv’s, with the id beside it', () => {
  const published = paperWith({ ...PAPER, dois: ['10.1145/1.2_3'] })
  expect(readBibtex(citationOf(published, 'bibtex'))[0]?.fields).toMatchObject({
    doi: '10.1145/1.2_3',
    eprint: '2612.05001',
    eprinttype: 'arxiv',
    url: 'https://arxiv.org/abs/2612.05001',
  })
  const elsewhere = paperWith({ title: 'T', dois: ['10.1145/1'], paperUrls: ['https://example.org/t'] })
  expect(readRis(citationOf(elsewhere, 'ris'))[0]).toMatchObject({
    TY: 'GEN',
    DO: '10.1145/1',
    UR: 'https://doi.org/10.1145/1',
  })
  expect(citationOf(elsewhere, 'apa')).toContain(' https://doi.org/10.1145/1 ')
  const page = paperWith({ title: 'T', paperUrls: ['https://example.org/t'] })
  expect(JSON.parse(citationOf(page, 'csl'))[0]).toMatchObject({ URL: 'https://example.org/t' })
})

test('an entry without authors has a key to sort it by, and a title as TeX stays TeX', () => {
  const bib = citationOf(paperWith({ title: 'β & more', titleTex: '$\\beta$ \\& \\emph{more}' }), 'bibtex')
  expect(bib).toContain('  title = {{$\\beta$ \\& \\emph{more}}},\n')
  expect(bib).toContain('  key = {more},\n')
  expect(citationOf(PAPER, 'bibtex')).not.toContain('key =')
  // BibTeX changes capitals behind a command with which braces begin.
  expect(citationOf(paperWith({ title: '%TeX' }), 'bibtex')).toContain('  title = {{{}\\%TeX}},\n')
})
