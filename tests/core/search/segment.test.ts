import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CorpusPaper } from '#core/manifest.ts'
import { analyze } from '#core/search/analyze.ts'
import { buildSegment, Segment } from '#core/search/segment.ts'
import { stemOf } from '#core/search/stem.ts'
import { isStopWord } from '#core/search/stopwords.ts'
import { encodeUtf8 } from '#core/search/utf8.ts'
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
        const term = segment.find(encodeUtf8(stem))
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
      for (const [term, stem] of all.entries()) expect(segment.find(encodeUtf8(stem))).toBe(term)
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
