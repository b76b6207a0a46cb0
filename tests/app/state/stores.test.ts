import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { stores } from '../stores.ts'

test('every store of the app is known to the tests', async () => {
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => resolve('src/app', path))
    .filter(path => /from 'zustand/.test(readFileSync(path, 'utf8')))
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) await import(file)
  expect(stores).toHaveLength(files.length)
})

test('a test may leave any store in any state', () => {
  for (const store of stores) store.setState({ leaked: true }, true)
})

test('and the next test finds every store in its first state', () => {
  for (const store of stores) expect(store.getState()).toBe(store.getInitialState())
})
