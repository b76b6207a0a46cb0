import { expect, test } from 'vitest'
import { themeGroups } from '#core/themes/themeRows.ts'

const theme = (id: string, group: string, parent?: string) => ({
  id,
  label: id.toUpperCase(),
  group,
  about: `What ${id} means.`,
  query: id,
  ...(parent !== undefined && { parent }),
})
const THEMES = [
  theme('rl', 'Learning'),
  theme('rlvr', 'Learning', 'rl'),
  theme('maths', 'Learning'),
  theme('vla', 'Robots', 'rl'),
]
const PAPERS: Record<string, number> = { rl: 5, rlvr: 7, maths: 9, vla: 1 }

/** Each group in a line, parts behind a dot. */
const shown = (themes: typeof THEMES, typed = ''): string[] =>
  themeGroups(themes, id => PAPERS[id] ?? 0, typed).map(
    ({ name, number, rows }) =>
      `${number} ${name}: ${rows.map(({ theme, isPart }) => (isPart ? '·' : '') + theme.id).join(' ')}`,
  )

test('a group lists those with the most papers first, and parts under their theme', () => {
  expect(shown(THEMES)).toEqual(['0 Learning: maths rl ·rlvr', '1 Robots: vla'])
})

test.each([
  ['robot', ['1 Robots: vla']],
  ['what rlv', ['0 Learning: rlvr']],
  ['learning', ['0 Learning: maths rl ·rlvr']],
  ['ath', []],
])('“%s” is looked for in labels, groups and meanings', (typed, expected) => {
  expect(shown(THEMES, typed)).toEqual(expected)
})

test('themes that name each other, or parts of parts, are all there', () => {
  const circle = [theme('a', 'G', 'b'), theme('b', 'G', 'a'), theme('c', 'G', 'c'), theme('d', 'G', 'a')]
  expect(shown(circle)).toEqual(['0 G: a b c d'])
  expect(shown([theme('a', 'G'), theme('b', 'G', 'a'), theme('c', 'G', 'b')])).toEqual(['0 G: a ·b c'])
})
