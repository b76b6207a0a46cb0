import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '#core/search/analyze.ts'
import { StrictText, strictPhrase } from '#core/search/strictText.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

const scrap = fc.constantFrom(
  ...[
    'kv',
    'Cache',
    'the',
    "'",
    "'s",
    "s'",
    '-',
    '--',
    ' ',
    '  ',
    '.',
    '\n',
    "it's",
    '4o',
    '\0',
    'é',
    '½',
    '𠀀',
    '’',
  ],
)
const scraps = (maxLength: number) => fc.array(scrap, { maxLength }).map(parts => parts.join(''))
const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'binary-ascii' }), scraps(30))

const spaced = (tokens: readonly { term: string }[]): string =>
  ` ${tokens.map(({ term }) => term).join(' ')} `

/** The same, from the words themselves. */
function contains(text: string, sought: string): boolean {
  const [inText, inSought] = [analyze(text), analyze(sought)]
  if (inSought.words.length === 0) return false
  const one = ` ${inSought.words.map(({ term }) => term).join('')} `
  return (
    spaced(inText.words).includes(spaced(inSought.words)) ||
    spaced(inText.joined).includes(one) ||
    (inSought.joined.length > 0 && spaced(inText.words).includes(one))
  )
}

test('a phrase is found where its words follow each other, or are joined by hyphens', () => {
  fc.assert(
    fc.property(anyText, fc.oneof(scraps(4), anyText), (text, sought) => {
      expect(new StrictText(text).contains(strictPhrase(sought))).toBe(contains(text, sought))
    }),
    { numRuns: 3000 },
  )
})

test.each(['kv-cache', 'KV cache', 'kvcache', 'Kv CACHÉ'])('%s finds KV-cache', sought => {
  expect(new StrictText('with a KV-cache.').contains(strictPhrase(sought))).toBe(true)
})

test('a text of a megabyte of signs is looked through once', () => {
  const text = new StrictText(`a${'.'.repeat(1_000_000)}b`.repeat(3))
  expect(text.contains(strictPhrase('a b a b a c'))).toBe(false)
})
