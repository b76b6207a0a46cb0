import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatMonthFile, parseMonthFile, VERSION } from '#core/monthFile.ts'

const fixture = (version: number): string =>
  readFileSync(new URL(`../fixtures/month-files/v${version}.json`, import.meta.url), 'utf8')

// Files of a released version are never changed: what they hold must stay readable for ever.
test.each(Array.from({ length: VERSION }, (_, at) => at + 1))('a file of version %i is read', version => {
  const month = parseMonthFile(fixture(version))
  if (!month.ok) throw new Error(month.why)
  expect(month.value.map(({ title }) => title)).toEqual([
    'A paper with every field',
    'A paper of which little is known',
  ])
  if (version === VERSION) expect(formatMonthFile(month.value)).toBe(fixture(version))
})

test.each([
  [{ version: VERSION + 1, papers: [] }, ' was made by a newer version of Broadsheet'],
  [{ version: 0, papers: [] }, ' is broken: version: too small or empty'],
  [{ papers: [] }, ' is broken: version: missing or not of type'],
  [{ version: 1, papers: [{ id: 'x' }] }, ' is broken: papers[0].aliases: missing'],
])('%j is refused', (file, why) => {
  expect(parseMonthFile(JSON.stringify(file))).toMatchObject({ ok: false, why: expect.stringContaining(why) })
})

test.each([
  ['{"version":1,\n"papers":[}', ':2: not valid JSON: a value expected, found "}" (column 11)'],
  ['{"version":"1","papers":[]}', ' is broken: version: not of type number'],
  [
    '{"version":1,"papers":[{}]}',
    ' is broken: papers[0].id: missing or not of type string; papers[0].aliases: missing or not of type array; papers[0].title: missing or not of type string; papers[0].alsoTitled: missing or not of type array; papers[0].listedOn: missing or not of type array',
  ],
])('of %s the places that are broken are named, at most five', (text, why) => {
  expect(parseMonthFile(text)).toEqual({ ok: false, why })
})
