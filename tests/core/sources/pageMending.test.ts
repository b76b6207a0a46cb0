import { expect, test } from 'vitest'
import { readSource } from '#core/sources/index.ts'
import { mendedLines } from '#core/sources/pageMending.ts'

const SITE = 'https://papers.example/papers'
const ABSTRACT =
  'Long prompts keep many keys that no later token looks at. We present a cache that gives up keys in the order in which attention leaves them, and quality stays.'

/** A page of one paper whose addresses stand on lines of their own, with this list of authors. */
const page = (authors: string, votes = '[-] 7') => `---
title: "Daily Papers"
exported: 2026-07-28
---

Daily Papers

Jul 28

 ${votes}

https://papers.example/login?next=%2Fpapers%2F2410.10001

Tidal Caches

${SITE}/2410.10001

${ABSTRACT}

${SITE}/2410.10001

${authors}

·

Oct 7, 2024 

2

${SITE}/2410.10001#community
`

const URL = `${SITE}/2410.10001`

test.each([
  ['after its bracket', `[\n\n2 authors](${URL})`],
  ['after its bracket, without a blank line', `[\n2 authors](${URL})`],
  ['in the middle', `[2\nauthors](${URL})`],
  ['before its end', `[2 authors\n\n](${URL})`],
  ['before its address', `[2 authors]\n\n(${URL})`],
  ['nowhere', `[2 authors](${URL})`],
  ['around its text', `[\n\n  • 2 authors\n\n](${URL})`],
])(
  'a link that breaks %s is whole: the byline is read, and the abstract ends where it ends',
  (_, authors) => {
    const { records, problems } = readSource(page(authors), { name: 'page.md', day: '2026-07-28' })
    expect(records.map(({ paper }) => paper)).toMatchObject([
      {
        title: 'Tidal Caches',
        arxivId: '2410.10001',
        abstract: ABSTRACT,
        authorCount: 2,
        publishedAt: '2024-10-07',
        comments: 2,
        upvotes: 7,
      },
    ])
    expect(problems.filter(({ dropped }) => dropped)).toEqual([])
  },
)

test.each([
  ['[-] 33', 33],
  ['[-] -', 0],
  ['[ ] 33', 33],
  ['- [x] 1,234', 1234],
  ['[] 5', 5],
])('the box before a number of votes is no part of it: %s', (votes, upvotes) => {
  const { records } = readSource(page(`[\n\n2 authors](${URL})`, votes), {
    name: 'page.md',
    day: '2026-07-28',
  })
  expect(records.map(({ paper }) => paper.upvotes)).toEqual([upvotes])
})

test('brackets that are no link stay as they are', () => {
  const lines = ['[', 'a [note]', 'x](https://a)', '[12]', 'text', '[', '', '[-] 12 apples', '(https://a)']
  expect(mendedLines(lines, true)).toEqual(lines)
})

test('in Markdown a link may run over lines without a blank one between them', () => {
  const lines = ['[one', 'two](https://a)', '[three', '', 'four](https://a)']
  expect(mendedLines(lines, false)).toEqual(['[one', 'two](https://a)', '[three four](https://a)', '', ''])
  expect(mendedLines(lines, true)).toEqual(['[one two](https://a)', '', '[three four](https://a)', '', ''])
})
