import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePapers } from '#core/papers/mergePapers.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { repeats } from '#core/sources/repeats.ts'

const maybe = <T>(...values: T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values)

/** Records of one title in one text, each in its line. */
const arbitraryRecords = fc
  .array(
    fc.record({
      title: fc.constantFrom('One Title', 'one title'),
      abstract: maybe('Short.', 'Longer text.', 'Other  text.'),
      authorCount: maybe(1, 2, 11),
      organization: maybe({ name: 'Lab' }, { slug: 'lab', name: 'Lab' }),
      publishedAt: maybe('2024-12-31', '2025-01-01', '2025-10-11'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(all =>
    all.map((facts, index) => ({
      paper: recordOf({ name: 'page.txt', format: 'page-text' }, facts),
      where: `line ${index + 1}`,
      enrichesOnly: false,
    })),
  )

const FIELDS = {
  abstract: 'abstract',
  authorCount: 'number of authors',
  organization: 'organisation',
  publishedAt: 'date',
} as const

test('every record but the first is reported, and what is said to be kept is what the merge keeps', () => {
  fc.assert(
    fc.property(arbitraryRecords, records => {
      const problems = repeats(records)
      expect(problems.map(({ where }) => where)).toEqual(records.slice(1).map(({ where }) => where))
      const merged = records.map(({ paper }) => paperOf(paper)).reduce(mergePapers)
      for (const [field, name] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
        const values = records.flatMap(({ paper }) => paper[field] ?? []).map(value => JSON.stringify(value))
        const said = problems.flatMap(
          ({ message }) => new RegExp(`the ${name} of line (\\d)`).exec(message)?.[1] ?? [],
        )
        expect(said.length > 0).toBe(new Set(values).size > 1)
        if (said.length > 0) expect(records[Number(said.at(-1)) - 1]?.paper[field]).toEqual(merged[field])
      }
    }),
  )
})

test('something is lost where abstracts or authors differ, and nowhere else', () => {
  fc.assert(
    fc.property(arbitraryRecords, records => {
      const differ = (['abstract', 'authorCount', 'organization'] as const).some(
        field =>
          new Set(records.flatMap(({ paper }) => paper[field] ?? []).map(value => JSON.stringify(value)))
            .size > 1,
      )
      expect(repeats(records).some(({ dropped }) => dropped)).toBe(differ)
    }),
  )
})
