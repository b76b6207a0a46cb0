import { expect, it } from 'vitest'
import { pastedQuery } from '#core/query/pasted.ts'

it.each([
  ['> 2507.10524', '2507.10524'],
  ['> entropy collapse', 'entropy collapse'],
  ['>> > entropy\r\n>> > collapse', 'entropy collapse'],
  ['  > entropy', 'entropy'],
  ['entropy\ncollapse\r\n', 'entropy collapse'],
  ['entropy\tcollapse', 'entropy collapse'],
  ['entropy\u2028collapse', 'entropy collapse'],
  ['\n\n> \n>\n', ''],
  ['comments:>3', 'comments:>3'],
  ['a -> b', 'a -> b'],
  ['- entropy  collapse', '- entropy  collapse'],
])('makes %j a line to search for', (text, query) => {
  expect(pastedQuery(text)).toBe(query)
})
