import { expect, test } from 'vitest'
import { siteArguments } from '#site/arguments.ts'

test('what is not said is as usual', () => {
  expect(siteArguments(['build'])).toEqual({
    command: 'build',
    help: false,
    data: 'data',
    out: 'dist',
    base: '/',
    port: undefined,
  })
})

test('folders, base and port can be said', () => {
  const args = ['start', '--data', 'elsewhere', '--out', 'site', '--base', '/my/papers/', '--port', '8080']
  expect(siteArguments(args)).toMatchObject({
    data: 'elsewhere',
    out: 'site',
    base: '/my/papers/',
    port: 8080,
  })
})

test.each([
  [[], 'Say what to do: build, start, dev.'],
  [['fly'], 'Say what to do: build, start, dev.'],
  [['build', 'data'], '“data” is no option.'],
  [['build', '--base', 'papers'], '--base needs a path such as /papers/, not “papers”.'],
  [['build', '--base', '//elsewhere.example/'], '--base needs a path'],
  [['build', '--data', ''], '--data and --out need the name of a folder.'],
  [['start', '--port', '70000'], '--port needs a number from 1 to 65535, not “70000”.'],
  [['start', '--port', 'x'], '--port needs a number'],
  [['build', '--wrong'], '--wrong'],
])('%j is refused', (args, message) => {
  expect(() => siteArguments(args)).toThrow(message)
})
