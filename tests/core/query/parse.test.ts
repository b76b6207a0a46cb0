import fc from 'fast-check'
import { expect, test } from 'vitest'
import { format } from '#core/query/format.ts'
import { parse, RULE } from '#core/query/parse.ts'
import { anyQuery, anyQueryText } from '../../fixtures/queries.ts'

const canonical = (text: string): string => format(parse(text).query)
const problemsOf = (text: string): string[] => parse(text).problems.map(({ message }) => message)

test.each([
  ['entropy  rewards', 'entropy rewards'],
  ['"verifiable rewards" -survey', '"verifiable rewards" -survey'],
  ['a | b c OR d', 'a | b c | d'],
  ['(a b) | c', '(a b) | c'],
  ['-(a b)', '-(a b)'],
  ['--a', '-a'],
  ['theme:rlvr | theme:kv-cache', 'theme:rlvr,kv-cache'],
  ['THEME:RLVR', 'theme:rlvr'],
  ['author:"Kaiming He"', 'author:"Kaiming He"'],
  ['comments:>3 comments:>=3 comments:<3 comments:=3', 'comments:>=4 comments:>=3 comments:<=2 comments:3'],
  ['authors:5..1', 'authors:1..5'],
  ['date:2025-09..2025-11 date:..2024 date:>2025-10', 'date:2025-09..2025-11 date:<=2024 date:>=2025-11'],
  ['date:>2024-12-31 date:<2025', 'date:>=2025-01-01 date:<=2024'],
  ['last:3m', 'last:3m'],
  ['2512.05564', 'id:2512.05564'],
  ['arXiv:2512.05564v2', 'id:2512.05564'],
  ['https://arxiv.org/abs/2512.05564v1', 'id:2512.05564'],
  ['https://arxiv.org/pdf/2512.05564.pdf', 'id:2512.05564'],
  ['huggingface.co/papers/2512.05564', 'id:2512.05564'],
  ['https://arxiv.org/abs/math/0211159', 'id:math/0211159'],
  ['DCPO: Dynamic Clipping', 'DCPO: Dynamic Clipping'],
  ['Qwen - a report', 'Qwen a report'],
  ['()', ''],
  ['', ''],
])('%s means %s', (text, meaning) => {
  expect(canonical(text)).toBe(meaning)
})

test('either binds tighter than both', () => {
  expect(parse('a b | c').query).toEqual({
    type: 'and',
    members: [
      { type: 'word', text: 'a' },
      {
        type: 'or',
        members: [
          { type: 'word', text: 'b' },
          { type: 'word', text: 'c' },
        ],
      },
    ],
  })
})

test.each([
  ['foo:bar', 'There is no operator “foo:”. Searched for the words instead.'],
  ['"open', 'This quotation mark is never closed.'],
  ['(open', 'This parenthesis is never closed.'],
  ['closed)', 'This closing parenthesis has no opening one.'],
  ['title:', '“title:” needs a word or a "phrase" right behind it.'],
  [
    'has:money',
    '“has:” needs one of code, comments, maths, authors, not “money”. Searched for the words instead.',
  ],
  [
    'comments:many',
    '“comments:” needs a whole number or a range such as >3 or 1..5, not “many”. Searched for the words instead.',
  ],
  ['… 😀', 'There is no word to search for in this.'],
])('%s is searched for and reported', (text, message) => {
  expect(problemsOf(text)).toEqual([message])
})

test.each([
  'after:2025-02-30',
  'after:2024..2025',
  'date:yesterday',
  'comments:<0',
  'last:0d',
  'last:5',
  'date:..',
])('%s is no value of its operator', text => {
  expect(problemsOf(text)).toHaveLength(1)
})

test('a problem says where it is', () => {
  const [problem] = parse('entropy foo:bar').problems
  expect('entropy foo:bar'.slice(problem?.start, problem?.end)).toBe('foo:bar')
})

test('a theme that does not exist is reported where the themes are known', () => {
  expect(parse('theme:rlvr,nope', { themes: ['rlvr'] }).problems[0]?.message).toBe(
    'There is no theme called “nope”.',
  )
  expect(parse('theme:rlvr', { themes: ['rlvr'] }).problems).toEqual([])
})

test('the text of the last character is kept whole when a query is cut', () => {
  const { query, problems } = parse(`${'x'.repeat(255)}😀`)
  expect(query).toEqual({ type: 'word', text: 'x'.repeat(255) })
  expect(problems[0]?.message).toBe('Only the first 256 characters were searched for.')
})

test('further terms than the limit are left out and reported', () => {
  const text = Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ')
  const { clauses, problems } = parse(text)
  expect(clauses).toHaveLength(24)
  expect(problems[0]?.message).toBe('Only the first 24 terms were searched for.')
  expect(parse(text, RULE).clauses).toHaveLength(30)
})

test('formatting and parsing again gives the same query [row 37]', () => {
  fc.assert(
    fc.property(anyQuery, query => {
      expect(parse(format(query), RULE).query).toEqual(query)
    }),
  )
})

test('any text is read, and its canonical form means the same [row 37]', () => {
  fc.assert(
    fc.property(anyQueryText, text => {
      const { query, clauses, problems } = parse(text)
      expect(parse(format(query)).query).toEqual(query)
      for (const { start, end } of [...clauses, ...problems]) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('deep nesting and long runs end', () => {
  for (const text of [
    '('.repeat(4_000),
    ')'.repeat(4_000),
    '-'.repeat(4_000),
    '"'.repeat(4_001),
    'a|'.repeat(2_000),
  ]) {
    expect(() => parse(text, { maxLength: 10_000, maxTerms: 10_000 })).not.toThrow()
  }
})

test.each([
  ['10.1145/0000001.0000002', '10.1145/0000001.0000002'],
  ['doi:10.1145/ABC', '10.1145/abc'],
  ['DOI: 10.1145/abc', '10.1145/abc'],
  ['https://doi.org/10.1145/abc', '10.1145/abc'],
  ['dx.doi.org/10.1145/abc.', '10.1145/abc'],
  ['10.1016/s0000-0001(20)30183-5,', '10.1016/s0000-0001(20)30183-5'],
  ['(10.1145/abc)', '10.1145/abc'],
  ['https://doi.org/10.1002/a%3Cb%3E1', undefined],
  ['doi:abc', undefined],
  ['10.1145', undefined],
])('%j asks for the DOI %j', (text, doi) => {
  const { query } = parse(text)
  const asked = query.type === 'filter' && query.condition.kind === 'doi' ? query.condition.doi : undefined
  expect(asked).toBe(doi)
})

test('a DOI ends before the bracket of its group, and is read again from its canonical spelling', () => {
  const { query, problems } = parse('(10.1016/s0000-0001(20)30183-5 | "entropy") -10.1145/abc')
  expect(problems).toEqual([])
  expect(format(query)).toBe('doi:10.1016/s0000-0001(20)30183-5 | "entropy" -doi:10.1145/abc')
  expect(parse(format(query)).query).toEqual(query)
})
