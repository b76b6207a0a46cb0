import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedAt } from '#core/suggest/typed.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

/** The caret stands where the bar is. */
function typedIn(marked: string) {
  const caret = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  const typed = typedAt(text, caret)
  const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  if (typed?.kind === 'value') return { [typed.field]: typed.text, replaces: at(typed.span) }
  return typed && { words: typed.words.map(at), operator: typed.operator && at(typed.operator.span) }
}

test.each([
  ['th¦', { words: ['th'], operator: 'th' }],
  ['-th¦', { words: ['th'], operator: 'th' }],
  ['kv cach¦', { words: ['kv', 'cach'], operator: 'cach' }],
  ['kv cache ¦', { words: ['kv', 'cache'], operator: undefined }],
  ['has:code kv cach¦e paper', { words: ['kv', 'cache'], operator: 'cache' }],
  ['a | kv¦', { words: ['kv'], operator: 'kv' }],
  ['a OR kv¦', { words: ['kv'], operator: 'kv' }],
  ['the¦me:rlvr', { words: [], operator: 'theme:' }],
  ['gpt-4¦', { words: ['gpt-4'], operator: undefined }],
  ['theme:¦', { theme: '', replaces: '' }],
  ['theme:rl¦', { theme: 'rl', replaces: 'rl' }],
  ['theme:r¦lvr,kv', { theme: 'r', replaces: 'rlvr' }],
  ['THEME:rlvr,k¦', { theme: 'k', replaces: 'k' }],
  ['theme:"KV cach¦', { theme: 'KV cach', replaces: '"KV cach' }],
  ['-theme:mo¦ x', { theme: 'mo', replaces: 'mo' }],
  ['(theme:mo¦)', { theme: 'mo', replaces: 'mo' }],
  ['author:"Ka¦', { author: 'Ka', replaces: '"Ka' }],
  ['author:"Ka¦ theme:rlvr', { author: 'Ka', replaces: '"Ka' }],
  ['author:"Kaiming H¦e" x', { author: 'Kaiming H', replaces: '"Kaiming He"' }],
  ['year:2023..20¦', { year: '20', replaces: '20' }],
  ['date:>=20¦', { date: '20', replaces: '20' }],
])('%s', (marked, typed) => {
  expect(typedIn(marked)).toEqual(typed)
})

test.each([
  '¦',
  '¦theme:rlvr',
  '¦-x',
  'theme:rlvr ¦',
  '"policy opt¦',
  'author:"Kaiming He"¦',
  'a | ¦',
  'a ¦b',
])('nothing is being typed in %s', marked => {
  expect(typedIn(marked)).toBeUndefined()
})

test('what is being typed lies in the text, whatever the text and the caret', () => {
  fc.assert(
    fc.property(anyQueryText, fc.integer({ min: -2, max: 300 }), (text, caret) => {
      const typed = typedAt(text, caret)
      const spans = typed?.kind === 'value' ? [typed.span] : (typed?.words ?? [])
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThanOrEqual(start)
      }
    }),
    { numRuns: 500 },
  )
})
