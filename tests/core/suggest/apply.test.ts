import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '#core/query/parse.ts'
import { applySuggestion } from '#core/suggest/apply.ts'
import type { Suggestion } from '#core/suggest/suggestion.ts'
import { digestEngine, digestManifest } from '../../fixtures/digest.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

/** The caret stands where the bar is, before and after. */
function applied(marked: string, suggestion: Suggestion): string {
  const before = { text: marked.replace('¦', ''), caret: marked.indexOf('¦') }
  const { text, caret } = applySuggestion(before, suggestion)
  return `${text.slice(0, caret)}¦${text.slice(caret)}`
}

const operator: Suggestion = { kind: 'operator', field: 'theme' }
const theme = (value: string): Suggestion => ({ kind: 'value', field: 'theme', value })
const author = (value: string): Suggestion => ({ kind: 'value', field: 'author', value })

test.each<[string, Suggestion, string]>([
  ['th¦', operator, 'theme:¦'],
  ['-th¦  x', operator, '-theme:¦  x'],
  ['ti¦tle:x', operator, 'theme:¦x'],
  ['theme:rl¦', theme('rlvr'), 'theme:rlvr ¦'],
  ['theme:rl¦  x', theme('rlvr'), 'theme:rlvr ¦ x'],
  ['theme:rlvr,k¦', theme('kv-cache'), 'theme:rlvr,kv-cache ¦'],
  ['theme:r¦l,moe x', theme('rlvr'), 'theme:rlvr¦,moe x'],
  ['(theme:rl¦)', theme('rlvr'), '(theme:rlvr¦)'],
  ['theme:"KV cach¦', theme('kv-cache'), 'theme:kv-cache ¦'],
  ['author:Ka¦', author('Kaiming He'), 'author:"Kaiming He" ¦'],
  ['author:"Ka¦ has:code', author('Kaiming He'), 'author:"Kaiming He" ¦has:code'],
  ['org:in¦', { kind: 'value', field: 'org', value: 'inclusionAI' }, 'org:inclusionAI ¦'],
  ['year:2023..2¦', { kind: 'value', field: 'year', value: '2025' }, 'year:2023..2025 ¦'],
  [
    'entropy  kv cach¦ x',
    { kind: 'theme', id: 'kv-cache', label: '', count: 1, words: 2 },
    'entropy  theme:kv-cache ¦x',
  ],
  ['kv¦', { kind: 'paper', id: 'p', title: 'KV' }, 'kv¦'],
  // The list is of a moment ago.
  ['kv ¦', theme('rlvr'), 'kv ¦'],
  ['author:K¦', operator, 'author:K¦'],
])('in %s', (before, suggestion, after) => {
  expect(applied(before, suggestion)).toBe(after)
})

const anyDraft = anyQueryText.chain(text =>
  fc.record({ text: fc.constant(text), caret: fc.nat({ max: text.length }) }),
)
/** Texts that end in something to complete. */
const begun = fc
  .tuple(
    anyQueryText,
    fc.constantFrom(
      't',
      '-th',
      'theme:',
      'has:c',
      'year:',
      'after:20',
      'listed:',
      'last:',
      'author:',
      'kv cach',
      'token',
    ),
  )
  .map(([text, end]) => `${text.replaceAll('"', '').slice(0, 80)} ${end}`)
  .map(text => ({ text, caret: text.length }))

test('every suggestion leaves what stands before and after as it was, and the caret behind what it put', async () => {
  const engine = digestEngine()
  let changes = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyDraft, begun), async draft => {
      for (const suggestion of await engine.suggest({ q: draft.text, caret: draft.caret })) {
        const { text, caret } = applySuggestion(draft, suggestion)
        if (suggestion.kind === 'paper') {
          expect({ text, caret }).toEqual(draft)
          continue
        }
        changes++
        const written =
          suggestion.kind === 'value'
            ? suggestion.value
            : suggestion.kind === 'theme'
              ? `theme:${suggestion.id}`
              : `${suggestion.field}:`
        // The same may stand right behind.
        const start = text.lastIndexOf(written, caret - written.length)
        expect(start).toBeGreaterThanOrEqual(0)
        const quote = text[start - 1] === '"' && !draft.text.startsWith(text.slice(0, start)) ? 1 : 0
        expect(draft.text.startsWith(text.slice(0, start - quote))).toBe(true)
        expect(draft.text.endsWith(text.slice(caret))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
  expect(changes).toBeGreaterThan(300)
})

test('every suggestion that is complete is understood', async () => {
  const engine = digestEngine()
  const themes = digestManifest().themes.map(({ id }) => id)
  const typed = [
    'theme:',
    '-theme:m',
    'has:',
    'year:',
    'year:2024..',
    'after:',
    'before:',
    'date:2025-11-',
    'listed:',
    'last:',
    'last:9',
    'comments:',
    'author:',
    'author:"s',
    'org:',
    'kv cach',
  ]
  let applied = 0
  for (const text of typed) {
    for (const suggestion of await engine.suggest({ q: text, caret: text.length })) {
      if (suggestion.kind === 'paper') continue
      const draft = applySuggestion({ text, caret: text.length }, suggestion)
      expect(parse(draft.text, { themes }).problems, draft.text).toEqual([])
      applied++
    }
  }
  expect(applied).toBeGreaterThan(40)
})
