import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Place } from '#app/commands/here.ts'
import { KeyTable } from '#app/commands/KeyTable.tsx'
import { COMMANDS, type Command, GROUPS, OTHER_KEYS } from '#app/commands/table.ts'

const PLACES: readonly Place[] = ['list', 'reading', 'elsewhere']

/** Keys that mean two things in one place: the same twice, or one that another begins with. */
const clashesAmong = (commands: readonly Pick<Command, 'keys' | 'places'>[]): string[] =>
  PLACES.flatMap(place => {
    const keys = commands
      .filter(({ places }) => !places || places.includes(place))
      .flatMap(({ keys }) => keys)
    return keys
      .filter((key, at) => keys.some((other, by) => by !== at && `${other} `.startsWith(`${key} `)))
      .map(key => `${key} (${place})`)
  })

test('no key means two things in one place', () => {
  expect(COMMANDS.flatMap(({ keys }) => keys).length).toBeGreaterThan(15)
  expect(clashesAmong(COMMANDS)).toEqual([])
  expect(clashesAmong([{ keys: ['j'], places: ['list'] }, { keys: ['j'] }])).toEqual(['j (list)', 'j (list)'])
  expect(clashesAmong([{ keys: ['g'], places: ['reading'] }, { keys: ['g h'] }])).toEqual(['g (reading)'])
  expect(
    clashesAmong([
      { keys: ['j'], places: ['list'] },
      { keys: ['j'], places: ['reading'] },
    ]),
  ).toEqual([])
})

test('every command has a name of its own, in words', () => {
  const names = [...COMMANDS, ...OTHER_KEYS].map(({ name }) => name)
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+/)
  expect(new Set(names).size).toBe(names.length)
})

test('the commands that people know from elsewhere have the keys that they have there', () => {
  const keysOf = (name: string) =>
    COMMANDS.filter(command => command.name === name).flatMap(({ keys }) => keys)
  expect(keysOf('Search')).toEqual(['/', 'mod+k'])
  expect(keysOf('Next paper')).toEqual(['j'])
  expect(keysOf('Previous paper')).toEqual(['k'])
  expect(keysOf('Open the paper')).toEqual(['o'])
  expect(keysOf('Keyboard shortcuts')).toEqual(['?'])
  for (const key of ['v', 'c', 'y', 'x', 't', '1', '2', '3', 'g h', 'g t', 'g d'])
    expect(
      COMMANDS.filter(({ keys }) => keys.includes(key)),
      key,
    ).toHaveLength(1)
})

test('the table of keys has each of them, under its group, and no command without one', () => {
  render(<KeyTable />)
  expect(screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent)).toEqual([
    ...GROUPS,
  ])
  for (const { name, keys } of [...COMMANDS, ...OTHER_KEYS]) {
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
