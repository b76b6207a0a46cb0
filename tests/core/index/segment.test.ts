import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSegment, Segment } from '#core/index/segment.ts'
import { encodeStem } from '#core/index/stemBytes.ts'

import type { CorpusPaper } from '#core/papers/manifest.ts'
import { analyze } from '#core/text/analyze.ts'
import { stemOf } from '#core/text/stem.ts'
import { isStopWord } from '#core/text/stopwords.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyPapers } from '../../fixtures/texts.ts'

const stems = (text: string): string[] => analyze(text).words.map(({ term }) => stemOf(term))

/** How often a stem stands in the title and abstract of each paper, counted by hand. */
function counted(papers: readonly CorpusPaper[], stem: string): [number, number, number][] {
  return papers.flatMap(({ title, abstract = '' }, document) => {
    const times = (text: string) => stems(text).filter(other => other === stem).length
    const inAbstract = isStopWord(stem) ? 0 : times(abstract)
    return times(title) + inAbstract > 0
      ? [[document, times(title), inAbstract] as [number, number, number]]
      : []
  })
}

test('a segment that was written and read again knows every word of every paper', () => {
  fc.assert(
    fc.property(anyPapers(40), papers => {
      const segment = new Segment(buildSegment(papers))
      expect(segment.documentCount).toBe(papers.length)
      for (const stem of [
        'token',
        'entropi',
        'reward',
        'kv',
        'cach',
        '4o',
        'naiv',
        '深度',
        'model',
        'the',
        'zzz',
      ]) {
        const found: [number, number, number][] = []
        const term = segment.find(encodeStem(stem))
        if (term >= 0)
          segment.forEachPosting(term, (document, title, abstract) => found.push([document, title, abstract]))
        const expected = counted(papers, stem).map(([document, title, abstract]) => [
          document,
          Math.min(title, 3),
          Math.min(abstract, 40),
        ])
        expect({ stem, found }).toEqual({ stem, found: expected })
        if (term >= 0) expect(segment.frequencies[term]).toBe(expected.length)
      }
    }),
  )
})

test('terms are in order and are found by their beginnings', () => {
  fc.assert(
    fc.property(anyPapers(20), fc.constantFrom('', 't', 'to', 'mod', 'x', '深', 'zz'), (papers, prefix) => {
      const segment = new Segment(buildSegment(papers))
      const all = Array.from({ length: segment.termCount }, (_, term) => segment.stem(term))
      for (const [term, stem] of all.entries()) expect(segment.find(encodeStem(stem))).toBe(term)
      const [from, to] = segment.withPrefix(prefix)
      expect(all.slice(from, to)).toEqual(all.filter(stem => stem.startsWith(prefix)))
    }),
  )
})

test('the same papers give the same bytes', () => {
  fc.assert(
    fc.property(anyPapers(10), papers => {
      expect(new Uint8Array(buildSegment(papers))).toEqual(new Uint8Array(buildSegment(papers)))
    }),
    { numRuns: 20 },
  )
})

test('bytes that are no whole index are refused with a reason', () => {
  const [papers] = fc.sample(anyPapers(20), { numRuns: 1, seed: 3 })
  const whole = buildSegment(papers ?? [])
  for (let length = 0; length < whole.byteLength; length += 7) {
    expect(() => new Segment(whole.slice(0, length))).toThrow('the index is cut off')
  }
  expect(() => new Segment(new ArrayBuffer(100))).toThrow('this is no index')
  const other = whole.slice(0)
  new DataView(other).setUint32(4, 9, true)
  expect(() => new Segment(other)).toThrow('the index has version 9, not 1')
})

const hex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex')

test('an index of this version has this layout, to the bit', () => {
  const papers = [
    paperWith({ title: 'KV cache', abstract: 'cache cache', authors: ['Lin'] }),
    paperWith({ title: '?', abstract: 'kv' }),
  ]
  const numbers = '42525358 01000000 02000000 03000000 09000000 04000000 40000000'
  const lengths = '0200 0000 0200 0100 0100 0000'
  const stems = '63616368 6b76 6c696e 000000'
  // Of "cach", "kv" and "lin" the letters, the papers less one, and the bits: 10'00 0'0 0'1011, 0'10 0'1 0'1100, …
  const table = '81696314'
  // In the first paper (0) otherwise (111) once in the title (01), nowhere in names (00), twice in the abstract (10'0); …
  const postings = '748e80e2 00000000'
  expect(hex(buildSegment(papers))).toBe(
    [numbers, lengths, stems, table, postings].join('').replaceAll(' ', ''),
  )
})

test('gaps take as many bits as suit the frequency of a term', () => {
  const papers = Array.from({ length: 100 }, (_, at) =>
    paperWith({ title: at < 60 ? 'kv' : '?', abstract: at === 64 ? 'cache '.repeat(4) : '' }),
  )
  // Expected gaps of 50 papers have six bits behind their ones, those of less than one have none.
  const once = `10${'000000'}${'110'}${'01'}`
  const often = `0${'111'}${'01'}${'00'}${'00'}`
  const bits = (once + often.repeat(60)).padEnd(80 * 8, '0')
  const bytes = new Uint8Array(buildSegment(papers)).slice(-80)
  expect(Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')).toBe(bits)
})

test('stems of any script are found, in the order of code points, not of code units', () => {
  const segment = new Segment(buildSegment([paperWith({ title: '𠀀 﨎 zß é' })]))
  const all = Array.from({ length: segment.termCount }, (_, term) => segment.stem(term))
  expect(all).toEqual(['e', 'zß', '﨎', '𠀀'])
  for (const [term, stem] of all.entries()) expect(segment.find(encodeStem(stem))).toBe(term)
  for (const other of ['', 'ez', 'z', '﨏', '𠀁']) expect(segment.find(encodeStem(other))).toBe(-1)
  expect(segment.withPrefix('𠀀')).toEqual([3, 4])
})
