import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arxivIdOfDoi, DOI, doiOf, doiUrl } from '#core/papers/doi.ts'

test.each([
  ['10.1145/0000001.0000002', '10.1145/0000001.0000002'],
  ['doi:10.1145/AbC.1', '10.1145/abc.1'],
  ['DOI: 10.1145/1', '10.1145/1'],
  ['https://doi.org/10.1145/1.', '10.1145/1'],
  ['http://dx.doi.org/10.1016/S0004-3702(02)00001-1', '10.1016/s0004-3702(02)00001-1'],
  ['(10.1000/one', undefined],
  ['10.1000/one)', '10.1000/one'],
  ['10.1000/a%2Fb', '10.1000/a/b'],
  ['10.1000/100%', '10.1000/100%'],
  ['https://example.org/10.1000/one', undefined],
  ['10.1000/', undefined],
  ['10.1/x', undefined],
  ['10.1000/a b', undefined],
  ['', undefined],
])('%j names the DOI %j', (text, doi) => {
  expect(doiOf(text)).toBe(doi)
})

test('what is read as a DOI is one, and is read again as itself from its address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), rest => {
      const doi = doiOf(`10.1000/${rest}`)
      fc.pre(doi !== undefined)
      expect(DOI.test(doi)).toBe(true)
      expect(doiOf(doiUrl(doi as string))).toBe(doi)
    }),
  )
})

test('the DOIs of the arXiv hold its ids', () => {
  expect(arxivIdOfDoi('10.48550/arxiv.2512.00001')).toBe('2512.00001')
  expect(arxivIdOfDoi('10.48550/arXiv.2512.00001v2')).toBe('2512.00001')
  expect(arxivIdOfDoi('10.48550/arXiv.hep-th/9901001')).toBe('hep-th/9901001')
  expect(arxivIdOfDoi('10.48550/arXiv.nothing')).toBeUndefined()
  expect(arxivIdOfDoi('10.1145/2512.00001')).toBeUndefined()
})
