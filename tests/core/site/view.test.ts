import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sort } from '#core/search/answer.ts'
import {
  isAsWritten,
  LAYOUTS,
  type ListLayout,
  MAX_QUERY,
  SORTS,
  searchOf,
  type View,
  viewOf,
  withQuery,
} from '#core/site/view.ts'

const DEFAULT: View = { q: '', layout: 'cards', page: 1 }

test('defaults are absent, keys come in a fixed order, and what people read stays readable', () => {
  expect(searchOf(DEFAULT)).toBe('')
  expect(searchOf({ q: 'theme:rlvr,kv-cache "a b"', sort: 'newest', layout: 'full', page: 2 })).toBe(
    'q=theme:rlvr,kv-cache+%22a+b%22&sort=newest&view=full&page=2',
  )
})

test.each([
  ['', DEFAULT],
  ['?page=-1', DEFAULT],
  ['?page=0&sort=upside-down&view=constructor', DEFAULT],
  ['?page=1e3', DEFAULT],
  ['?q=%E0%A4%A', { ...DEFAULT, q: '%E0%A4%A' }],
  ['?q=a&q=b', { ...DEFAULT, q: 'a' }],
  ['?q=a=b&&x', { ...DEFAULT, q: 'a=b' }],
  ['q=what?', { ...DEFAULT, q: 'what?' }],
  ['?q', DEFAULT],
  ['?sort=__proto__', DEFAULT],
])('%s is read as far as it makes sense', (search, view) => {
  expect(viewOf(search)).toEqual(view)
})

test('a question mark that is part of a query stays there, though none is before it', () => {
  expect(viewOf('sort=newest&q?=a')).toEqual({ ...DEFAULT, sort: 'newest' })
})

test('another query begins on its first page, ordered and laid out as before', () => {
  const view: View = { q: 'a', sort: 'newest', layout: 'full', page: 4 }
  expect(withQuery(view, 'b')).toEqual({ q: 'b', sort: 'newest', layout: 'full', page: 1 })
})

test('a query of a megabyte is cut before anything looks at it [row 36]', () => {
  expect(viewOf(`?q=${'x'.repeat(1_000_000)}`).q).toHaveLength(MAX_QUERY)
})

test('no more of a query is written than is read, and no half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: MAX_QUERY - 3, maxLength: MAX_QUERY + 20 }), q => {
      const written = searchOf({ ...DEFAULT, q })
      const read = viewOf(written)
      expect(q.startsWith(read.q)).toBe(true)
      expect(read.q.length).toBeGreaterThanOrEqual(Math.min(q.length, MAX_QUERY - 1))
      expect(read.q.length).toBeLessThanOrEqual(MAX_QUERY)
      expect(searchOf(read)).toBe(written)
      expect(written.length).toBeLessThan(8_000)
    }),
  )
})

test.each([
  ['', true],
  ['?q=theme:rlvr,kv-cache+entropy', true],
  ['?q=entropy&sort=newest', true],
  ['?q=100%25', false],
  ['?q=theme:rlvr.', false],
  ['?q=entropy&utm_source=x', false],
  ['?query=entropy', false],
  ['?q=entropy&amp;sort=newest', false],
])('%s is as the site writes it: %s', (search, isWritten) => {
  expect(isAsWritten(search)).toBe(isWritten)
})

test('every view survives its address [row 36]', () => {
  const view = fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 200 }),
    layout: fc.constantFrom(...(Object.keys(LAYOUTS) as ListLayout[])),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  })
  const sorted = fc.tuple(
    view,
    fc.option(fc.constantFrom(...(Object.keys(SORTS) as Sort[])), { nil: undefined }),
  )
  fc.assert(
    fc.property(sorted, ([view, sort]) => {
      const whole: View = { ...view, ...(sort && { sort }) }
      expect(viewOf(searchOf(whole))).toEqual(whole)
      expect(new URL(`https://x.org/?${searchOf(whole)}`).searchParams.get('q') ?? '').toBe(whole.q)
    }),
  )
})

test('text that is no valid text makes an address all the same [row 9]', () => {
  expect(searchOf({ ...DEFAULT, q: 'a\ud800b' })).toBe('q=a%EF%BF%BDb')
})

test('any address is read as a view that is in bounds, and its own address reads the same [row 9, 36]', () => {
  const search = fc.string({
    unit: fc.constantFrom(
      ...[
        'q=',
        'page=',
        'sort=',
        'view=',
        '&',
        '=',
        '?',
        '#/../..',
        '%E0%A4%A',
        '%00',
        '%',
        '+',
        '-1',
        '1e9',
        '7',
      ],
      ...[
        '__proto__',
        'constructor',
        'newest',
        'full',
        '99999999',
        '%ED%A0%80',
        '\ud800',
        '\uffff',
        '\0',
        'é',
      ],
    ),
    maxLength: 60,
  })
  fc.assert(
    fc.property(search, search => {
      const view = viewOf(search)
      expect(view.q.length).toBeLessThanOrEqual(MAX_QUERY)
      expect(view.page).toBeGreaterThanOrEqual(1)
      expect(view.page).toBeLessThanOrEqual(1_000_000)
      expect(Number.isInteger(view.page)).toBe(true)
      expect(Object.keys(LAYOUTS)).toContain(view.layout)
      const again = viewOf(searchOf(view))
      expect(again).toEqual({ ...view, q: view.q.replace(/\p{Surrogate}/gu, '\uFFFD') })
    }),
  )
})
