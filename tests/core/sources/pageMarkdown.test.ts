import { expect, test } from 'vitest'
import { markdownLines } from '#core/sources/pageMarkdown.ts'

const PAPER = 'https://papers.example/papers/2512.00001'
const LAB = 'https://papers.example/tiny-lab'
const IMAGE = 'https://avatars.example/1.png'

const plain = (markdown: string) =>
  markdownLines(markdown)
    .lines.map(({ text }) => text)
    .join('\n')

test.each([
  ['a link is its text', `[A Title](${PAPER})`, 'A Title'],
  ['a link may have a title', `[A Title](${PAPER} "Read it")`, 'A Title'],
  ['two links are two texts', `[Lab](${LAB}), [A Title](${PAPER}).`, 'Lab, A Title.'],
  ['a word before a link stays apart', `Dec[9](${PAPER})`, 'Dec 9'],
  ['a number before a link stays apart', `Dec 9[6](${PAPER}#community)`, 'Dec 9 6'],
  ['a word behind a link stays apart', `[9](${PAPER})comments`, '9 comments'],
  ['a letter beyond ASCII is one of a word', `é[9](${PAPER})ü`, 'é 9 ü'],
  ['signs around a link stay at it', `([here](${PAPER}))`, '(here)'],
  ['an image is its name', `![tiny-lab](${IMAGE})`, 'tiny-lab'],
  ['an image is parted from what follows', `![tiny-lab](${IMAGE})Tiny Lab`, 'tiny-lab Tiny Lab'],
  ['an image may stand in a link', `[![tiny-lab](${IMAGE})Tiny Lab](${LAB})`, 'tiny-lab Tiny Lab'],
  ['an image without an address is its name', '![tiny-lab]()Tiny Lab', 'tiny-lab Tiny Lab'],
  ['a link without an address is text', '[A Title]()', '[A Title]()'],
  ['an address of another kind is text', '[A Title](mailto:someone)', '[A Title](mailto:someone)'],
  ['an address that nothing opened is text', `A Title](${PAPER})`, `A Title](${PAPER})`],
  ['behind a link, too', `[A](${LAB}) Title](${PAPER})`, `A Title](${PAPER})`],
  ['brackets of a text are its own', `[Telling [of a Page] [0, 1)](${PAPER})`, 'Telling [of a Page] [0, 1)'],
  ['a bracket that only closes is of the text', `[A ] in a Title](${PAPER})`, 'A ] in a Title'],
  ['an image without any address is text', `[A ![odd] Title](${PAPER})`, 'A ![odd] Title'],
  ['brackets without an address are text', 'As others [12] have shown', 'As others [12] have shown'],
  ['a bracket with a backslash is no link', `As \\[12\\] and [here](${PAPER})`, 'As [12] and here'],
  ['other signs lose theirs, too', 'A\\*-search of snake\\_case', 'A*-search of snake_case'],
  ['no other sign does', '\\alpha and \\#', '\\alpha and \\#'],
  ['a heading is its text', `### [A Title](${PAPER})`, 'A Title'],
  ['with a number sign in it', '# Daily # Papers', 'Daily # Papers'],
  ['seven signs make no heading', '####### A Title', '####### A Title'],
  ['a list item is its text', '- Daily\n* Weekly\n+ Monthly', 'Daily\nWeekly\nMonthly'],
  ['a dash alone is no list item', `[-](${PAPER})`, '-'],
  ['a heading or a list item may stand in a link', `[- 3 authors](${PAPER})`, '3 authors'],
  ['white space around a line is left out', '  A Title\t\n\t\n - Daily ', 'A Title\n\nDaily'],
  [
    'so are the marks of a line break',
    'A Title\\\nof two lines\\\\\nor three',
    'A Title\nof two lines\nor three',
  ],
  ['and of several spaces', 'Head, List\\  and Foot', 'Head, List  and Foot'],
  ['but not of one', 'Head\\ and Foot', 'Head\\ and Foot'],
  [
    'avatars are left out',
    `[- ![](${IMAGE})\\\\\n  * ![Someone](${IMAGE}) \n3 authors](${PAPER})`,
    '3 authors',
  ],
  ['an avatar and a name are a line', `- ![](${IMAGE}) Someone`, 'Someone'],
])('%s: %j', (_, markdown, text) => {
  expect(plain(markdown)).toBe(text)
})

test('a link ends in the line where its text does, and its lines are no headings or list items', () => {
  const markdown = `- [A Title\n- of two lines](${PAPER}) by\n# the\n\n[Lab](${LAB}) [two](${PAPER})`
  expect(markdownLines(markdown)).toEqual({
    lines: [
      { text: 'A Title', line: 1 },
      { text: '- of two lines by', line: 2 },
      { text: 'the', line: 3 },
      { text: '', line: 4 },
      { text: 'Lab two', line: 5 },
    ],
    links: [
      { line: 2, url: PAPER },
      { line: 5, url: LAB },
      { line: 5, url: PAPER },
    ],
  })
})

test('lines inside of a link are no headings or list items, even where it does not end', () => {
  expect(plain(`[One\n- two\n# three\n- four](${PAPER})\n- five`)).toBe('One\n- two\n# three\n- four\nfive')
})

test('a line break may stand between an address and its title', () => {
  expect(markdownLines(`[A Title](${PAPER}\n"Read it") and more`)).toEqual({
    lines: [
      { text: 'A Title', line: 1 },
      { text: 'and more', line: 2 },
    ],
    links: [{ line: 1, url: PAPER }],
  })
})

test('a bracket is not closed beyond the end of its paragraph', () => {
  expect(markdownLines(`An [open\n \t\nend](${PAPER}), [here](${LAB})`)).toEqual({
    lines: [
      { text: 'An [open', line: 1 },
      { text: '', line: 2 },
      { text: `end](${PAPER}), here`, line: 3 },
    ],
    links: [{ line: 3, url: LAB }],
  })
})

test('images are no links, and the lines of avatars are counted', () => {
  expect(markdownLines(`- ![](${IMAGE})\n![tiny-lab](/lab.png)`)).toEqual({
    lines: [{ text: 'tiny-lab', line: 2 }],
    links: [],
  })
})
