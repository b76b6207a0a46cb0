import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announcements } from '#core/sources/announcements.ts'
import { jsonPapers } from '#core/sources/jsonPapers.ts'
import { oaiPmh } from '#core/sources/oaiPmh.ts'
import { ris } from '#core/sources/ris.ts'

const context = { name: 'some.txt', day: '2025-12-11' }

const FIELDS = [
  'title',
  'authors',
  'author',
  'abstract',
  'id',
  'url',
  'doi',
  'date',
  'issued',
  'year',
  'categories',
]
const entry = fc.dictionary(
  fc.constantFrom(...FIELDS, 'content', 'externalIds', 'paper', 'type'),
  fc.jsonValue({ maxDepth: 2 }),
)

test('no JSON makes reading fail, and every entry of a list is a record or is told of', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), entries => {
      const { records, problems } = jsonPapers.read(JSON.stringify({ papers: entries }), context)
      const places = [
        ...records.map(({ where }) => where),
        ...problems.flatMap(({ where, also = [] }) => [where, ...also]),
      ]
      const told = new Set(
        places.map(where => /\[\d+\]/.exec(where)?.[0]).filter(place => place !== undefined),
      )
      const isList = entries.some(value => typeof (value as { title?: unknown }).title === 'string')
      if (isList) expect(told.size).toBe(entries.length)
      else expect(records.length + problems.length).toBeGreaterThan(0)
    }),
  )
})

const line = fc.tuple(fc.constantFrom('TY', 'TI', 'AU', 'PY', 'DA', 'UR', 'AN', 'ER', 'XX', ''), fc.string())

test('no lines make reading RIS fail: each record is read or told of', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), lines => {
      const text = `TY  - JOUR\n${lines.map(([tag, value]) => `${tag}  - ${value.replace(/[\r\n]/g, ' ')}`).join('\n')}\n`
      const { records, problems } = ris.read(text, context)
      expect(records.length + problems.length).toBeGreaterThan(0)
    }),
  )
})

test.each([
  ['announcements', announcements],
  ['OAI-PMH', oaiPmh],
])('no text makes reading %s fail', (_, format) => {
  fc.assert(
    fc.property(fc.string(), text => {
      const { records, problems } = format.read(`<rss><channel>${text}`, context)
      expect(records.length + problems.length).toBeGreaterThan(0)
    }),
  )
})
