import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const ASSETS = 'dist/assets'
/** What a script imports, at once or later, and the URL of a worker that it starts. */
const NAMED = /[\w-]+-[\w-]{8}\.js/g

const scripts = readdirSync(ASSETS).filter(name => name.endsWith('.js'))
const namedIn = (script: string): string[] => readFileSync(join(ASSETS, script), 'utf8').match(NAMED) ?? []

test('no script imports the entry of the search worker, which WebKit would evaluate a second time', () => {
  const isEntry = (name: string) => /^search-(?!engine-)[\w-]{8}\.js$/.test(name)
  const [entry, ...others] = scripts.filter(isEntry)
  expect(entry).toBeDefined()
  expect(others).toEqual([])
  const naming = scripts.filter(script => namedIn(script).some(isEntry))
  // The first script of the page starts the worker by its address.
  expect(naming).toEqual([expect.stringMatching(/^index-/)])
  const engine = namedIn(entry as string)
  expect(engine).toEqual([expect.stringMatching(/^search-engine-/)])
  // So the test sees what is imported: parts that are loaded later import the engine.
  expect(scripts.filter(script => namedIn(script).includes(engine[0] as string)).length).toBeGreaterThan(2)
})
