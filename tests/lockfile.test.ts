import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  version?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
  /** Points at a folder of the project, or comes inside another package: neither is fetched. */
  link?: boolean
  inBundle?: boolean
}
type Packages = Record<string, Entry>

const FOLDER = 'node_modules/'

/** Where a package that stands at `path` may find its dependencies: its own folder, then each one above it. */
function foldersAbove(path: string): string[] {
  const own = path === '' ? '' : `${path}/`
  if (path === '') return [own]
  return [own, ...foldersAbove(path.slice(0, Math.max(0, path.lastIndexOf(FOLDER) - 1)))]
}

/**
 * npm leaves out of the lock file what it could not find when it wrote it, builds for other platforms among them;
 * a newer npm then refuses the file.
 */
function withoutEntry(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foldersAbove(path).some(folder => `${folder}${FOLDER}${name}` in packages))
      .map(([name, version]) => `${name}@${version}, wanted by ${path || 'the project'}`),
  )
}

const withoutIntegrity = (packages: Packages): string[] =>
  Object.entries(packages)
    .filter(([path, { integrity, link, inBundle }]) => path !== '' && !integrity && !link && !inBundle)
    .map(([path]) => path)

const lock: { lockfileVersion: number; packages: Packages } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)

test('the lock file has an entry for every optional dependency, whatever the platform', () => {
  expect(withoutEntry(lock.packages), 'missing in package-lock.json').toEqual([])
})

test('every entry of the lock file can be checked when it is fetched [row 73]', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(withoutIntegrity(lock.packages), 'without integrity in package-lock.json').toEqual([])
})

test('what is missing is found and named', () => {
  const optionalDependencies = { '@tool/linux': '1.2.0', '@tool/other': '1.2.0' }
  const packages: Packages = {
    '': { optionalDependencies: { fsevents: '~2.3.3' } },
    'node_modules/tool': { integrity: 'sha512-a', optionalDependencies },
    'node_modules/@tool/linux': { integrity: 'sha512-b' },
    'node_modules/kit': { integrity: 'sha512-c' },
    'node_modules/kit/node_modules/tool': { integrity: 'sha512-d', optionalDependencies },
    'node_modules/kit/node_modules/@tool/other': {},
  }
  expect(withoutEntry(packages)).toEqual([
    'fsevents@~2.3.3, wanted by the project',
    '@tool/other@1.2.0, wanted by node_modules/tool',
  ])
  expect(withoutIntegrity(packages)).toEqual(['node_modules/kit/node_modules/@tool/other'])
})

/** What the site and its tools need at run time, and all that this needs in turn. */
const atRunTime = Object.entries(lock.packages).filter(
  ([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional,
)
const nameOf = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)

/** Entries without an address are fetched from the registry that npm is set to. */
const fromElsewhere = (packages: Packages): string[] =>
  Object.values(packages).flatMap(({ resolved }) =>
    resolved === undefined || /^https:\/\/registry\.npmjs\.org\/.+\.tgz$/.test(resolved) ? [] : [resolved],
  )

test('nothing is fetched from anywhere but the public registry [row 73]', () => {
  expect(fromElsewhere(lock.packages)).toEqual([])
  const packages = {
    a: { resolved: 'http://registry.npmjs.org/a/-/a-1.0.0.tgz' },
    b: { resolved: 'git+ssh://git@example.org/b.git' },
    c: { resolved: 'https://registry.npmjs.org/c/-/c-1.0.0.tgz' },
  }
  expect(fromElsewhere(packages)).toEqual([packages.a.resolved, packages.b.resolved])
})

test('nothing that is needed at run time runs a script when it is installed, and it stays little [row 73]', () => {
  expect(atRunTime.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  expect(Object.keys(lock.packages['']?.dependencies ?? {}).length).toBeLessThanOrEqual(15)
  expect(atRunTime.length).toBeLessThanOrEqual(57)
})

/** The first versions without a known hole, and where it was told. */
const SAFE_FROM: Record<string, [version: string, advisory: string]> = {
  'react-router': ['7.18.0', 'GHSA-wrjc-x8rr-h8h6'],
  'react-router-dom': ['7.18.0', 'GHSA-wrjc-x8rr-h8h6'],
  katex: ['0.16.21', 'CVE-2025-23207'],
}

const isBelow = (version: string, least: string): boolean =>
  version.localeCompare(least, 'en', { numeric: true }) < 0 || version.startsWith(`${least}-`)

test('no package is older than its first safe version [row 73]', () => {
  const found = Object.entries(lock.packages).map(([path, { version = '' }]) => ({
    name: nameOf(path),
    version,
  }))
  for (const [name, [least, advisory]] of Object.entries(SAFE_FROM)) {
    const versions = found.filter(entry => entry.name === name).map(({ version }) => version)
    expect(versions, `${name} is in the table, but not in the lock file`).not.toEqual([])
    expect(
      versions.filter(version => isBelow(version, least)),
      `${name}: ${advisory}`,
    ).toEqual([])
  }
  expect(['7.9.9', '7.18.0-pre.1', '7.18.0', '10.0.0'].map(version => isBelow(version, '7.18.0'))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1'])

test('the list of licences names what is installed, and each of them is allowed [row 73]', () => {
  const rows = atRunTime.map(([path]) => {
    const { name, version, license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))
    expect([...ALLOWED], `the licence of ${name}`).toContain(license)
    return `| ${name} | ${version} | ${license} |`
  })
  const listed = readFileSync('LICENSES.md', 'utf8')
    .split('\n')
    .filter(line => /^\| (?!package)/.test(line))
  expect(listed.sort()).toEqual([...new Set(rows)].sort())
})
