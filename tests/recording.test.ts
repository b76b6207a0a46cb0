import { expect, test } from 'vitest'
import { digestEngine } from './fixtures/digest.ts'
import { answerLine, recordedAnswers } from './recording/record.ts'

test('500 queries are answered as recorded: `npm run recording -- --write` records them anew', async () => {
  const recorded = recordedAnswers()
  expect(recorded).toHaveLength(500)
  for (const line of recorded) {
    const { q } = JSON.parse(line)
    expect(JSON.parse(await answerLine(digestEngine(), q)), q).toEqual(JSON.parse(line))
  }
})
