import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idFault } from '#core/papers/paperIds.ts'
import { collapseSpace, fold, normalizedTitle, printable, shortHash, slug } from '#core/text/text.ts'

test('a slug has the shape of a path segment and stays under 80 characters', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 })), title => {
      expect(slug(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(slug(title).length).toBeLessThan(80)
    }),
  )
})

test.each([
  ['Attention Is All You Need', 'attention-is-all-you-need'],
  ["What's the Magic Word?", 'whats-the-magic-word'],
  ['Schrödinger’s Émigrés', 'schrodingers-emigres'],
  ['2:4 Sparsity', '2-4-sparsity'],
  ['a'.repeat(200), 'a'.repeat(79)],
])('the slug of %j is %j', (title, expected) => {
  expect(slug(title)).toBe(expected)
})

test('a slug is cut between words', () => {
  const title = Array.from({ length: 30 }, () => 'word').join(' ')
  expect(slug(title)).toBe(Array.from({ length: 16 }, () => 'word').join('-'))
})

test('titles without Latin letters get slugs of their own', () => {
  expect(slug('深度学习')).toMatch(/^paper-[a-z0-9]+$/)
  expect(slug('深度学习')).not.toBe(slug('强化学习'))
})

test('titles are compared by letters and digits, without case and accents', () => {
  expect(normalizedTitle('  Naïve-Bayes:\nrevisited ')).toBe('naivebayesrevisited')
  expect(normalizedTitle('Fine-Tuning')).toBe(normalizedTitle('finetuning'))
  expect(normalizedTitle('GPT-3')).not.toBe(normalizedTitle('GPT-4'))
})

test('titles of signs only are not all the same', () => {
  expect(normalizedTitle('∇ ∂')).not.toBe(normalizedTitle('⊕'))
  expect(slug('∇ ∂')).not.toBe(slug('⊕'))
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('white space of any kind collapses and nothing else changes', () => {
  expect(collapseSpace(' a\u00a0 b\r\n\tc ')).toBe('a b c')
  fc.assert(
    fc.property(fc.string(), text => {
      expect(collapseSpace(text).replaceAll(' ', '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})

test('the hash is FNV-1a', () => {
  expect(shortHash('')).toBe((0x811c9dc5).toString(36))
  expect(shortHash('foobar')).toBe((0xbf9cf968).toString(36))
})

test.each([
  'CON',
  'nul',
  'Com1',
  'LPT9',
  'x.bib',
  '深'.repeat(100),
  'A Title of 2024.',
  '...',
  '\ud83d',
  '',
  `${'a'.repeat(300)}`,
])('the slug of the title %j is an id on every system', title => {
  expect(idFault(slug(title))).toBeUndefined()
})

test('any text has a slug that is an id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), title => {
      expect(idFault(slug(title))).toBeUndefined()
    }),
  )
})

test('what no page may hold becomes U+FFFD, and all else stays', () => {
  const kept = 'Tab\t, lines\r\n, é, 深度, 🧪, \u202e, \u200f'
  expect(printable(kept)).toBe(kept)
  expect(printable('a\0b\u001b[31m\u0085\ufdd0\ufffe\uffff\u{1ffff}\ud800')).toBe(
    'a\ufffdb\ufffd[31m\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
  )
})
