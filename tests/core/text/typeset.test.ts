import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typeset } from '#core/text/typeset.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

test.each([
  ['the "aha moment" of a model', 'the “aha moment” of a model'],
  ['("large" models), "Maybe": a study', '(“large” models), “Maybe”: a study'],
  ["don't, the model's, models' views, GPT-4's", 'don’t, the model’s, models’ views, GPT-4’s'],
  ["the '90s, in '24 and of 'em", 'the ’90s, in ’24 and of ’em'],
  ["an 'incorrect' trace, 'it's here'", 'an ‘incorrect’ trace, ‘it’s here’'],
  ['"a \'quoted\' word"', '“a ‘quoted’ word”'],
  ['5\'10" tall on a 27" screen', '5′10″ tall on a 27″ screen'],
  ["between $5 and the model's $10", 'between $5 and the model’s $10'],
  ["the LLMs' (models') cost", 'the LLMs’ (models’) cost'],
  ['a method - a fast one - wins', 'a method – a fast one – wins'],
  ['the "$O(\\sqrt{n})$" bound and $x$\'s', 'the “$O(\\sqrt{n})$” bound and $x$’s'],
  ['see "https://example.org/it\'s".', "see “https://example.org/it's”."],
])('%s is set as %s', (text, set) => {
  expect(typeset(text)).toBe(set)
})

test.each([
  'print("hello") and f(\'x\')',
  '{"a": 1, "b": "c"} and x[\'key\'] = "v"',
  '`it\'s "code"` stays',
  '$f\'(x) = "y"$ and \\(g\'(x)\\) stay',
  'x = "v"',
  "from s to s' and h(s, s')",
  'a - b, 5 - 3 and --flag',
  'one " alone, and a \' too',
])('%s stays as it is', text => {
  expect(typeset(text)).toBe(text)
})

const BECOMES: Record<string, RegExp> = { '"': /["“”″]/, "'": /['‘’′]/, '-': /[-–]/ }
const piece = fc.constantFrom(
  ...['"', "'", '-', ' ', 'a', 'word', 's', '90s', '5', '$', '\\(', '\\)', '`', '.', '(', ')', ':', '\uE000'],
  'https://a.b/c',
)

test('every character keeps its place, and letters and digits are never touched', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: anyCharacter }),
        fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
      ),
      text => {
        const set = typeset(text)
        expect(set.length).toBe(text.length)
        for (let at = 0; at < text.length; at++) {
          const before = text.charAt(at)
          if (set[at] !== before) expect(set[at]).toMatch(BECOMES[before] ?? /$./)
        }
      },
    ),
  )
})

test('what is set stays as it is when it is set again', () => {
  const quoted = fc.constantFrom('"a"', "'b c'", "it's", "models' ", 'x - y', ' word', ' two words ', "'90s ")
  fc.assert(
    fc.property(fc.array(quoted), pieces => {
      const set = typeset(pieces.join(' '))
      expect(typeset(set)).toBe(set)
    }),
  )
})

test('the time it takes grows with the length of the text alone', () => {
  for (const bomb of ['"', "'", '" ', "a'", '$', '`', '\\(', '\\[x', 'https://', 'https://.', '"a', " 'a"]) {
    const text = bomb.repeat(49_000 / bomb.length)
    expect(typeset(text).length).toBe(text.length)
  }
  const long = '"it\'s" '.repeat(100_000)
  expect(typeset(long)).toBe(long)
})
