import fc from 'fast-check'
import { FORMATS, type Paper, paperOf } from '#core/paper.ts'
import { recordOf } from '#core/sources/record.ts'

/** Few values for each field, so that records of one paper, clashes and ties come up often. */
const TITLES = [
  'Alpha',
  'alpha!',
  'Beta',
  'Beta: a Study',
  'Gamma',
  `${'Long '.repeat(20)}One`,
  `${'Long '.repeat(20)}Two`,
]
const DAYS = ['2024-12-31', '2025-01-01', '2025-10-11']
const URLS = ['https://github.com/a/b', 'https://github.com/A/b', 'https://github.com/c/d']

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined })
const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...values), { maxLength: 3 })

const arbitraryFacts = fc.record({
  title: fc.constantFrom(...TITLES),
  alsoTitled: fc.constant<string[]>([]),
  abstract: maybe(fc.constantFrom('Short.', 'Longer text.', 'Other  text.')),
  arxivId: maybe(fc.constantFrom('2501.00001', '2501.00002', 'math/0211159')),
  authors: maybe(fc.constantFrom<string[]>(['Ada'], ['Ada', 'Noor'], ['Noor', 'Ada'])),
  authorCount: maybe(fc.integer({ min: 1, max: 3 })),
  organization: maybe(fc.constantFrom<Paper['organization']>({ name: 'Lab' }, { slug: 'lab', name: 'Lab' })),
  publishedAt: maybe(fc.constantFrom(...DAYS)),
  listedOn: some(DAYS),
  comments: maybe(fc.integer({ min: 0, max: 2 })),
  commentsOn: maybe(fc.constantFrom(...DAYS)),
  upvotes: maybe(fc.integer({ min: 0, max: 2 })),
  upvotesOn: maybe(fc.constantFrom(...DAYS)),
  codeUrls: some(URLS),
  projectUrls: some(URLS),
  keywords: some(['routing', 'Routing', 'experts']),
  categories: some(['cs.LG', 'cs.CL']),
})

/** A paper as one record of one source makes it. */
export const arbitraryPaper: fc.Arbitrary<Paper> = fc
  .tuple(arbitraryFacts, fc.boolean(), fc.constantFrom('one.txt', 'two.txt'), fc.constantFrom(...FORMATS))
  .map(([facts, inferred, name, format]) => {
    const consistent = {
      ...facts,
      publishedYearInferred: inferred && facts.publishedAt !== undefined ? (true as const) : undefined,
      commentsOn: facts.comments === undefined ? undefined : facts.commentsOn,
      upvotesOn: facts.upvotes === undefined ? undefined : facts.upvotesOn,
    }
    return paperOf(recordOf({ name, format }, consistent))
  })
