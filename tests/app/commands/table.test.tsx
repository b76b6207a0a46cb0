import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { KeyTable } from '#app/commands/KeyTable.tsx'
import { COMMAND_NAMES, COMMANDS, type CommandInfo, GROUPS, OTHER_KEYS } from '#app/commands/table.ts'

const ALL = COMMAND_NAMES.map(name => COMMANDS[name])

/** Groups of commands that are never offered together: a page is a list, or the reading view, or neither. */
const APART = ['In a list', 'Reading'] as const

/** Keys that mean two things in one page: the same twice, or one that another begins with. */
const clashesAmong = (commands: readonly Pick<CommandInfo, 'keys' | 'group'>[]): string[] =>
  APART.flatMap(absent => {
    const keys = commands.filter(({ group }) => group !== absent).flatMap(({ keys }) => keys)
    return keys
      .filter((key, at) => keys.some((other, by) => by !== at && `${other} `.startsWith(`${key} `)))
      .map(key => `${key} (not ${absent})`)
  })

test('no key means two things in one place', () => {
  expect(ALL.flatMap(({ keys }) => keys).length).toBeGreaterThan(15)
  expect(clashesAmong(ALL)).toEqual([])
  expect(
    clashesAmong([
      { keys: ['j'], group: 'In a list' },
      { keys: ['j'], group: 'Help' },
    ]),
  ).toEqual(['j (not Reading)', 'j (not Reading)'])
  expect(
    clashesAmong([
      { keys: ['g'], group: 'Reading' },
      { keys: ['g h'], group: 'Go to' },
    ]),
  ).toEqual(['g (not In a list)'])
  expect(
    clashesAmong([
      { keys: ['j'], group: 'In a list' },
      { keys: ['j'], group: 'Reading' },
    ]),
  ).toEqual([])
})

test('every command has a name of its own, in words', () => {
  const names = [...ALL, ...OTHER_KEYS].map(({ label }) => label)
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+/)
  expect(new Set(names).size).toBe(names.length)
})

test('the commands that people know from elsewhere have the keys that they have there', () => {
  const keysOf = (name: string) => ALL.filter(({ label }) => label === name).flatMap(({ keys }) => keys)
  expect(keysOf('Search')).toEqual(['/', 'mod+k'])
  expect(keysOf('Next paper')).toEqual(['j'])
  expect(keysOf('Previous paper')).toEqual(['k'])
  expect(keysOf('Open the paper')).toEqual(['o'])
  expect(keysOf('Keyboard shortcuts')).toEqual(['?'])
  for (const key of ['v', 'c', 'y', 'x', 't', '1', '2', '3', 'g h', 'g t', 'g d'])
    expect(
      ALL.filter(({ keys }) => keys.includes(key)),
      key,
    ).toHaveLength(1)
})

test('the table of keys has each of them, under its group, and no command without one', () => {
  render(<KeyTable />)
  expect(screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent)).toEqual([
    ...GROUPS,
  ])
  for (const { label: name, keys } of [...ALL, ...OTHER_KEYS]) {
    const term = screen.queryAllByRole('term').find(({ textContent }) => textContent === name)
    if (keys.length === 0) expect(term, name).toBeUndefined()
    else {
      const said = term?.parentElement?.querySelectorAll('kbd') ?? []
      expect(said.length, name).toBe(keys.join(' ').split(/[ +]/).length)
    }
  }
  const digests = screen.getByText('Digests').parentElement
  expect(digests?.textContent).toBe('Digestsg then d')
  expect(screen.getByText('Search', { selector: 'dt' }).parentElement?.textContent).toBe('Search/ or Ctrl K')
})
