import { expect, test } from 'vitest'
import { siteArguments } from '#site/build/arguments.ts'

test('what is not said is as usual', () => {
  expect(siteArguments(['build'])).toEqual({
    command: 'build',
    help: false,
    data: 'data',
    out: 'dist',
    base: '/',
    site: 'http://localhost:4173/',
    isPublic: false,
    papers: 10_000,
    isKept: true,
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

test('the address of the site says its base, and a base alone the rest of the address', () => {
  expect(siteArguments(['build', '--site', 'https://example.org/papers'])).toMatchObject({
    site: 'https://example.org/papers/',
    isPublic: true,
    base: '/papers/',
  })
  expect(siteArguments(['start', '--base', '/papers/', '--port', '8080'])).toMatchObject({
    site: 'http://localhost:8080/papers/',
    base: '/papers/',
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
  [
    ['build', '--site', 'example.org'],
    '--site needs an address such as https://example.org/papers/, not “example.org”.',
  ],
  [['build', '--site', 'javascript:alert(1)'], '--site needs an address'],
  [['build', '--site', 'https://example.org/?a'], '--site needs an address'],
  [['build', '--site', 'https://example.org/a/', '--base', '/b/'], '--site ends in /a/, but --base is /b/'],
  [['build', '--papers', 'all'], '--papers needs a number from 0 to 10000000, not “all”.'],
  [['build', '--wrong'], '--wrong'],
])('%j is refused', (args, message) => {
  expect(() => siteArguments(args)).toThrow(message)
})
