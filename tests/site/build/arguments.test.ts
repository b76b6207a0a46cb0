import { expect, test } from 'vitest'
import { siteArguments } from '#site/build/arguments.ts'

test('what is not said is as usual', () => {
  expect(siteArguments(['build'])).toEqual({
    command: 'build',
    data: 'data',
    out: 'dist',
    base: '/',
    name: 'Broadsheet',
    accent: undefined,
    site: 'http://localhost:4173/',
    isPublic: false,
    papers: 10_000,
    isCached: true,
    port: 4173,
    hints: [],
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
  [['build', 'data'], '“data” is no flag: npm run build -- --help lists all flags.'],
  [['build', '--base', 'papers'], '--base needs a path such as /papers/, not “papers”.'],
  [['build', '--base', '//elsewhere.example/'], '--base needs a path'],
  [['build', '--data', ''], '--data needs the path of a folder, not “”.'],
  [['start', '--port', '70000'], '--port needs a whole number from 1 to 65535, not “70000”.'],
  [['start', '--port', 'x'], '--port needs a whole number'],
  [
    ['build', '--site', 'example.org'],
    '--site needs an address such as https://example.org/papers/, not “example.org”.',
  ],
  [['build', '--site', 'javascript:alert(1)'], '--site needs an address'],
  [['build', '--site', 'https://example.org/?a'], '--site needs an address'],
  [['build', '--site', 'https://example.org/a/', '--base', '/b/'], '--site ends in /a/, but --base is /b/'],
  [['build', '--paper-pages', 'all'], '--paper-pages needs a whole number from 0 to 10000000, not “all”.'],
  [['build', '--name', '  '], '--name needs a name of 1 to 60 characters, not “  ”.'],
  [['build', '--accent', 'red; x'], '--accent needs a dark colour such as #7a2e1d, not “red; x”.'],
  [
    ['build', '--accent', '#d08080'],
    '--accent needs a dark colour such as #7a2e1d, not “#d08080”. Its contrast with the paper of the site, #fbfaf6, is 2.83 : 1; links need 4.5 : 1.',
  ],
  [['build', '--wrong'], 'There is no flag --wrong.'],
  [['bulid'], 'Did you mean build?'],
])('%j is refused', (args, message) => {
  expect(() => siteArguments(args)).toThrow(message)
})

test('dev still takes the flags that it never used, with a hint', () => {
  expect(siteArguments(['dev', '--out', 'x', '--papers', '5'])).toMatchObject({
    out: 'dist',
    papers: 10_000,
    port: 5173,
    hints: [
      '--papers is now --paper-pages; --papers will go away in the next version.',
      '--out does nothing here; it will be rejected in the next version.',
      '--paper-pages does nothing here; it will be rejected in the next version.',
    ],
  })
})
