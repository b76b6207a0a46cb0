import { expect, test } from 'vitest'
import { evaluateCommand } from '#cli/evaluate/evaluateCommand.ts'
import { lines } from '../shared/collection.ts'
import { fileWith } from '../shared/folder.ts'

const TOPICS = [
  'sourdough rising',
  'key cutting',
  'bee keeping',
  'river dredging',
  'violin making',
  'glass blowing',
]

/** Six topics with three papers each, with the same text and keywords, and one paper without keywords. */
const PAPERS = [
  ...TOPICS.flatMap((topic, at) =>
    [1, 2, 3].map(part => ({
      id: `${topic} ${part}`,
      title: `On ${topic}`,
      abstract: `All the ${topic}, part by part: ${topic} in general and ${topic} in use.`,
      day: `2025-0${part}-01`,
      ai_keywords: [`${topic} (T${at})`, 'models'],
    })),
  ),
  { id: 'silent', title: 'On key cutting', abstract: 'Key cutting, part by part.' },
]

async function run(papers: object[], ...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const path = await fileWith('papers.jsonl', lines(papers))
  const code = await evaluateCommand(['related', '--papers', path, ...args], {
    ...{ print: line => printed.push(line), complain: line => complaints.push(line), status: () => {} },
  })
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') }
}

const ms = expect.toSatisfy((value: number) => value >= 0)

test('the JSON holds the overlap of keywords, ours beside cosine and chance', async () => {
  const { code, printed } = await run(PAPERS, '--json')
  expect(code).toBe(0)
  // Two of five papers share all keywords; ours returns no others.
  expect(JSON.parse(printed)).toEqual({
    ...{ papers: 18, asked: 18 },
    ours: { overlap: 0.4, timesCosine: expect.any(Number), msPerPaper: ms },
    cosine: { overlap: expect.closeTo(0.6), timesCosine: 1, msPerPaper: ms },
    random: { overlap: expect.any(Number), timesCosine: expect.any(Number), msPerPaper: ms },
  })
})

test('days say which papers are asked about; all others can still be found', async () => {
  const { printed } = await run(PAPERS, '--since', '2025-02', '--until', '2025-03', '--count', '5')
  expect(printed).toMatch(/^Broadsheet +0\.4000 /m)
  expect(printed).toMatch(/^TF-IDF cosine +0\.\d{4} +1\.00 /m)
  expect(printed).toContain('18 papers with keywords, 5 of them asked about')
})

test.each([
  [PAPERS, ['--since', '2031'], /too few papers with keywords/],
  [PAPERS.slice(-1), [], /too few papers with keywords/],
  [PAPERS, ['--until', 'autumn'], '--until needs a day, month or year like 2025-11-15, not “autumn”.'],
])('what cannot be measured is told in one line: %#', async (papers, args, message) => {
  const { code, printed, complaints } = await run(papers, ...args)
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(complaints).toMatch(message)
})
