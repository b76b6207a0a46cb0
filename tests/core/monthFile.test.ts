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
