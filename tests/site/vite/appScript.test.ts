import { expect, test } from 'vitest'
import { withBootScript } from '#site/vite/appScript.ts'

const BUNDLED =
  '<head><script src="./boot.js"></script><script type="module" crossorigin src="./assets/index-a.js"></script></head>'

test('the boot script is told where the app is, and starts it', () => {
  expect(withBootScript(BUNDLED, './assets/boot-b.js')).toBe(
    '<head><script src="./assets/boot-b.js" data-app="./assets/index-a.js"></script></head>',
  )
})

test.each([
  ['module script', '<script type="module"', '<script type="text/module"'],
  ['boot script', '"./boot.js"', '"./other.js"'],
])('a page of the bundler without its %s is an error', (what, part, changed) => {
  expect(() => withBootScript(BUNDLED.replace(part, changed), './assets/boot-b.js')).toThrow(
    new RegExp(`The bundler left no ${what} in index.html. Adapt src/site/vite/appScript.ts.`),
  )
})
