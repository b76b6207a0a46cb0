import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '#core/sources/index.ts'
import { jsonLines } from '#core/sources/json-lines.ts'

const lines = [
  '{"id":"2512.00001","title":"One"}',
  '{"title":"Two","authors":["A. Author"]}',
  '{"title":"Three"}',
]
const whole = `${lines.join('\n')}\n`
const read = (text: string, firstLine?: number) =>
  readSource(text, { name: 'some.jsonl', ...(firstLine !== undefined && { firstLine }) })
const titles = (text: string) => read(text).records.map(({ paper }) => paper.title)

test('a file cut inside a line says so; cut between lines it is a shorter file', () => {
  for (let cut = (lines[0] as string).length + 2; cut < whole.length; cut++) {
    const { records, problems } = read(whole.slice(0, cut))
    const complete = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= cut)
    const isBetween = whole.slice(0, cut) === complete.join('\n') || whole[cut - 1] === '\n'
    expect(records).toHaveLength(complete.length)
    expect(problems.some(({ lost }) => lost)).toBe(!isBetween)
  }
})

test('lines of a piece are counted from where it stands in the file', () => {
  expect(read(`${lines[0]}\nnonsense\n`, 100).problems[0]?.where).toBe('line 101')
})

test('byte-order mark, Windows line ends, empty lines and a missing last line end make no difference', () => {
  expect(titles(`\ufeff\n\n${lines.join('\r\n\r\n')}`)).toEqual(['One', 'Two', 'Three'])
})

test('one line says what it is, whatever the name', () => {
  expect(titles(lines[1] as string)).toEqual(['Two'])
  expect(jsonLines.detect('{"title": "cut', 'x.jsonl')).toBe(0)
  expect(jsonLines.detect('{"paper": {}}', 'x.jsonl')).toBe(0)
})

test('a line that is too long, too deep or pollutes is left out alone', () => {
  const long = `{"title":"${'x'.repeat(1_000_001)}"}`
  const deep = `{"title":"Deep","x":${'['.repeat(100_000)}`
  const polluting = '{"__proto__":{"title":"Inherited"}}'
  const { records, problems } = read([lines[0], long, deep, polluting, lines[2]].join('\n'))
  expect(records.map(({ paper }) => paper.title)).toEqual(['One', 'Three'])
  expect(problems.filter(({ lost }) => lost).map(({ where }) => where)).toEqual([
    'line 2',
    'line 3',
    'line 4',
  ])
  expect(({} as { title?: string }).title).toBeUndefined()
})

test('any lines are read without an exception, each a record, a problem or empty [row 21, 24]', () => {
  const value = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...lines))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), rest => {
      const text = [lines[0], ...rest.map(line => line.replace(/[\r\n]/g, ' '))].join('\n')
      const { records, problems } = read(text)
      const told = new Set([...records, ...problems].map(({ where }) => /^line \d+/.exec(where)?.[0]))
      const written = text.split('\n').filter(line => line.trim() !== '')
      if (!text.includes('\0')) expect(told.size).toBe(written.length)
    }),
  )
})
