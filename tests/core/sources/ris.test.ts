import { expect, test } from 'vitest'
import { ris } from '#core/sources/ris.ts'

const read = (...lines: string[]) =>
  ris.read(['TY  - JOUR', 'TI  - Tidal caches', ...lines, 'ER  - ', ''].join('\n'), { name: 'a.ris' })

test.each([
  ['AU  - Example, Ada', 'AU  - et al.'],
  ['AU  - Example, Ada, et al.'],
  ['AU  - Example, Ada', 'AU  - others'],
])('authors that end in others: %j', (...lines) => {
  expect(read(...lines).records[0]?.paper).toMatchObject({
    authors: ['Ada Example'],
    authorsEndInOthers: true,
  })
})

test('values that say nothing are none', () => {
  const { paper } = read('AU  - None', 'AB  - N/A', 'DO  - nan').records[0] ?? {}
  expect(paper?.sources[0]?.gave).toEqual(['kind', 'title'])
})
