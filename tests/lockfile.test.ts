import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  version?: string
  integrity?: string
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

test('every entry of the lock file can be checked when it is fetched', () => {
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
