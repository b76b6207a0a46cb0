import fc from 'fast-check'
import { ANNOUNCEMENTS, FORMATS, PAPER_KINDS, type Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
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
const DATES = [...DAYS, '2025-10', '2024']
const NAMES: Paper['authorNames'] = [
  { family: 'Example', given: 'Ada' },
  { literal: 'Ada' },
  { family: 'Noor' },
]
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
  authors: maybe(fc.constantFrom<string[]>(['Ada'], ['Ada', 'Noor'], ['Noor', 'Ada'], ['Bo'])),
  authorsEndInOthers: maybe(fc.constant<true>(true)),
  authorCount: maybe(fc.integer({ min: 1, max: 3 })),
  organization: maybe(fc.constantFrom<Paper['organization']>({ name: 'Lab' }, { slug: 'lab', name: 'Lab' })),
  titleTex: maybe(fc.constantFrom('Alpha $x$', 'Beta $y$')),
  summary: maybe(fc.constantFrom('In short.', 'In other words.')),
  version: maybe(fc.integer({ min: 1, max: 3 })),
  revisedAt: maybe(fc.constantFrom(...DATES)),
  announced: maybe(fc.constantFrom(...ANNOUNCEMENTS)),
  dois: some(['10.1000/one', '10.1000/two']),
  kind: maybe(fc.constantFrom(...PAPER_KINDS)),
  authorNames: fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
  publishedAt: maybe(fc.constantFrom(...DATES)),
  listedOn: some(DAYS),
  positions: maybe(fc.dictionary(fc.constantFrom(...DAYS), fc.integer({ min: 1, max: 3 }))),
  addedOn: maybe(fc.constantFrom(...DAYS)),
  comments: maybe(fc.integer({ min: 0, max: 2 })),
  commentsOn: maybe(fc.constantFrom(...DAYS)),
  upvotes: maybe(fc.integer({ min: 0, max: 2 })),
  upvotesOn: maybe(fc.constantFrom(...DAYS)),
  stars: maybe(fc.integer({ min: 0, max: 2 })),
  starsOn: maybe(fc.constantFrom(...DAYS)),
  paperUrls: some(URLS),
  codeUrls: some(URLS),
  projectUrls: some(URLS),
  thumbnailUrl: maybe(fc.constantFrom(...URLS)),
  thumbnailFile: maybe(fc.constantFrom('one.png', 'two.png')),
  keywords: some(['routing', 'Routing', 'experts']),
  categories: some(['cs.LG', 'cs.CL']),
})

/** A paper as one record of one source makes it. */
export const arbitraryPaper: fc.Arbitrary<Paper> = fc
  .tuple(arbitraryFacts, fc.boolean(), fc.constantFrom('one.txt', 'two.txt'), fc.constantFrom(...FORMATS))
  .map(([facts, inferred, name, format]) => {
    const consistent = {
      ...facts,
      publishedYearInferred: inferred && facts.publishedAt?.length === 10 ? (true as const) : undefined,
      authorsEndInOthers: facts.authors === undefined ? undefined : facts.authorsEndInOthers,
      commentsOn: facts.comments === undefined ? undefined : facts.commentsOn,
      upvotesOn: facts.upvotes === undefined ? undefined : facts.upvotesOn,
      starsOn: facts.stars === undefined ? undefined : facts.starsOn,
    }
    return paperOf(recordOf({ name, format }, consistent))
  })
