import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, decodeWholly } from '#core/site/repair/decode.ts'
import { repairSearch } from '#core/site/repair/search.ts'
import { searchOf, viewOf } from '#core/site/view.ts'

test.each([
  ['', ''],
  ['?', ''],
  ['?query=codec', 'q=codec'],
  ['?search=codec', 'q=codec'],
  ['?s=codec', 'q=codec'],
  ['?Q=codec', 'q=codec'],
  ['?q=codec&query=other', 'q=codec'],
  ['?q=codec&utm_source=a&utm_medium=b', 'q=codec'],
  ['?fbclid=a&q=codec', 'q=codec'],
  ['?q=codec&fbclid', 'q=codec'],
  ['?q=codec?utm_source=a', 'q=codec'],
  ['?q=codec&sort=newest&view=full&page=2', 'q=codec&sort=newest&view=full&page=2'],
  ['?q=codec&amp;sort=newest&amp;page=2', 'q=codec&sort=newest&page=2'],
  ['?q=codec&amp;amp;sort=newest', 'q=codec&sort=newest'],
  ['?q=codec&#38;sort=newest', 'q=codec&sort=newest'],
  ['?q=codec%26amp%3Bsort=newest', 'q=codec&sort=newest'],
  ['?q=codec;sort=newest', 'q=codec&sort=newest'],
  ['?q=&quot;kv cache&quot;', 'q=%22kv+cache%22'],
  ['?q%3Dcodec%26sort%3Dnewest', 'q=codec&sort=newest'],
  ['?q=codec&sort=newest).', 'q=codec&sort=newest'],
  ['?q=codec&SORT=Newest', 'q=codec&sort=newest'],
  ['?q=codec&page=2,', 'q=codec&page=2'],
  ['?q=kv%2520cache', 'q=kv+cache'],
  ['?q=theme%253Arlvr%2Bentropy', 'q=theme:rlvr+entropy'],
  ['?q=kv%252520cache', 'q=kv+cache'],
  ['?q=entropy%20collapse%E0%A4%A', 'q=entropy+collapse'],
  ['?q=%E0%A4%A', ''],
  ['?q=caf%E9', 'q=caf%C3%A9'],
  ['?q=100%', 'q=100'],
  ['?q=100%25', 'q=100%25'],
  ['?q=theme:rlvr.', 'q=theme:rlvr'],
  ['?q=theme:rlvr%22)', 'q=theme:rlvr'],
  ['?q=entropy+theme:rlvr%E2%80%9D', 'q=entropy+theme:rlvr'],
  ['?q=author:%22A.+Example%22', 'q=author:%22A.+Example%22'],
  ['?q=(theme:rlvr+%7C+codec)', 'q=(theme:rlvr+%7C+codec)'],
  ['?q=what%3F', 'q=what%3F'],
  ['?q=Q&A', 'q=Q%26A'],
  ['?q=C%2B%2B', 'q=C%2B%2B'],
  ['?sort=__proto__&view=constructor&page=-1', ''],
])('%s means %s', (search, meant) => {
  expect(repairSearch(search)).toBe(meant)
})

test('whatever the search, the repaired one is written as the site writes it, and stays', () => {
  const part = fc.constantFrom(
    ...[
      'q=',
      'query=',
      'sort=',
      'page=',
      'utm_x=',
      '&',
      '&amp;',
      ';',
      '?',
      '=',
      '+',
      '%',
      '%25',
      '%2520',
      '%E0%A4%A',
      '%3D',
    ],
    ...['theme:rlvr', '"', ')', '.', 'newest', '2', 'é', '\ud800', '\u200b', '\0', 'a b'],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), parts => {
      const search = repairSearch(parts.join(''))
      expect(searchOf(viewOf(search))).toBe(search)
    }),
    { numRuns: 1_000 },
  )
})

test('a search of a megabyte is cut before anything looks at it', () => {
  expect(repairSearch(`?query=${'a:'.repeat(500_000)}`).length).toBeLessThan(1_000)
  expect(repairSearch(`?${'&amp;'.repeat(200_000)}`)).toBe('')
})

test('escapes are decoded as far as they say anything', () => {
  expect(decode('a%20b%C3%A9%')).toBe('a bé')
  expect(decode('%E0%A4%A')).toBe('')
  expect(decode('x%E4y')).toBe('xäy')
  expect(decode('%80x%F0%9F%98%80')).toBe('x😀')
  expect(decode('100%zz')).toBe('100%zz')
  expect(decodeWholly('a%252520b')).toBe('a b')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(decode(encodeURIComponent(text))).toBe(text)
    }),
  )
})
