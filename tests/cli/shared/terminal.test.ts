import { afterEach, expect, test, vi } from 'vitest'
import { bar, terminal } from '#cli/shared/terminal.ts'

afterEach(() => vi.restoreAllMocks())

/** The text on standard error while the command prints. */
function written(isTerminal: boolean, speak: (output: ReturnType<typeof terminal>) => void): string {
  let text = ''
  const take = (part: unknown) => {
    text += String(part)
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(take)
  vi.spyOn(console, 'error').mockImplementation(line => void take(`${line}\n`))
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const { isTTY, columns } = process.stderr
  Object.assign(process.stderr, { isTTY: isTerminal, columns: 20 })
  try {
    speak(terminal())
  } finally {
    Object.assign(process.stderr, { isTTY, columns })
  }
  return text
}

test('on a terminal one line is redrawn, cut to its width, and erased before anything else is said', () => {
  const text = written(true, output => {
    output.status('one')
    output.status('a line that is longer than the terminal')
    output.print('done')
  })
  expect(text).toBe('\r\u001b[Kone\r\u001b[Ka line that is long\r\u001b[K')
})

test('in a pipe how far the work has come is said every ten seconds only', () => {
  vi.spyOn(Date, 'now')
    .mockReturnValueOnce(0)
    .mockReturnValueOnce(9_999)
    .mockReturnValueOnce(10_000)
    .mockReturnValueOnce(10_000)
    .mockReturnValue(19_999)
  const text = written(false, output => {
    for (const line of ['one', 'two', 'three']) output.status(line)
  })
  expect(text).toBe('two\n')
})

test('a bar is as full as the work is done', () => {
  expect([bar(0, 4), bar(1, 4), bar(4, 4), bar(0, 0)].map(text => text.match(/#/g)?.length ?? 0)).toEqual([
    0, 5, 20, 20,
  ])
})
