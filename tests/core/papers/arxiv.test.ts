import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arxivIdOf, arxivUrl } from '#core/papers/arxiv.ts'

test.each([
  ['2507.10524', '2507.10524'],
  ['0704.0001', '0704.0001'],
  [' 2507.10524v1 ', '2507.10524'],
  ['arXiv:2507.10524', '2507.10524'],
  ['ARXIV: 2507.10524v12', '2507.10524'],
  ['math.GT/0309136v2', 'math.GT/0309136'],
  ['arXiv:hep-th/9901001', 'hep-th/9901001'],
  ['https://arxiv.org/abs/2507.10524', '2507.10524'],
  ['http://www.arxiv.org/abs/2507.10524v3?context=cs.CL', '2507.10524'],
  ['arxiv.org/pdf/2507.10524v1.pdf', '2507.10524'],
  ['https://export.arxiv.org/html/2507.10524v2/', '2507.10524'],
  ['https://arxiv.org/abs/math/0211159v1', 'math/0211159'],
  ['https://huggingface.co/papers/2507.10524#community', '2507.10524'],
  ['HuggingFace.co/papers/2507.10524', '2507.10524'],
  ['https://www.alphaxiv.org/abs/2507.10524v1', '2507.10524'],
  ['https://alphaxiv.org/overview/2507.10524', '2507.10524'],
  ['https://www.alphaxiv.org/pdf/2507.10524v2.pdf', '2507.10524'],
  ['https://ar5iv.org/abs/2507.10524', '2507.10524'],
  ['https://ar5iv.labs.arxiv.org/html/2507.10524v1', '2507.10524'],
  ['https://ar5iv.org/html/math/0211159', 'math/0211159'],
  ['https://hf.co/papers/2507.10524', '2507.10524'],
  ['https://browse.arxiv.org/html/2507.10524v1', '2507.10524'],
  ['http://export.arxiv.org/abs/2507.10524v2', '2507.10524'],
  ['https://arxiv.org/format/2507.10524', '2507.10524'],
  ['https://arxiv.org/e-print/2507.10524v1', '2507.10524'],
  ['https://arxiv.org/src/2507.10524v1', '2507.10524'],
])('%j names %s', (text, id) => {
  expect(arxivIdOf(text)).toBe(id)
})

test.each([
  '',
  'v1',
  '2507.105',
  '2507.10524 and 2507.10525',
  '2507.10524v',
  'arXiv:',
  'doi:2507.10524',
  'https://arxiv.org/list/2507.10524',
  'https://arxiv.org/abs/2507.10524/extra',
  'https://huggingface.co/2507.10524',
  'https://example.org/arxiv.org/abs/2507.10524',
  'https://notarxiv.org/abs/2507.10524',
  'https://notar5iv.org/abs/2507.10524',
  'https://hf.co/2507.10524',
  'https://hf.co/papers/date/2025-07-10',
  'javascript:2507.10524',
  'notarxiv:2507.10524',
  'https://arxiv.org/pdf/.pdf2507.10524',
  'v12507.10524',
])('%j names no id', text => {
  expect(arxivIdOf(text)).toBeUndefined()
})

test('the address of a paper names it', () => {
  const recent = fc.stringMatching(/^\d\d(?:0[1-9]|1[0-2])\.\d{4,5}$/)
  const old = fc.stringMatching(/^[a-z]{1,8}(?:\.[A-Z]{2})?\/\d\d(?:0[1-9]|1[0-2])\d{3}$/)
  fc.assert(
    fc.property(fc.oneof(recent, old), id => {
      expect(arxivIdOf(arxivUrl(id))).toBe(id)
    }),
  )
})

test.each(['2413.00001', '2400.00001', '9999.99999', 'https://arxiv.org/abs/2413.00001', 'math/0213159'])(
  '%s names a month that there is not',
  text => {
    expect(arxivIdOf(text)).toBeUndefined()
  },
)
