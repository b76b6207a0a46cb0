import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import { code } from './runBoot.ts'

const lowered = async (text: string, target: string): Promise<string> =>
  (await transformWithOxc(text, 'boot.js', { target })).code

test('newer syntax than that of ES2020 is found', async () => {
  const newer = 'let a; a ??= 1'
  expect(await lowered(newer, 'es2020')).not.toBe(await lowered(newer, 'esnext'))
})

test('browsers too old for the app parse the boot script: nothing in it is newer than ES2020', async () => {
  expect(await lowered(code, 'es2020')).toBe(await lowered(code, 'esnext'))
})

test('the boot script is a classic script of its own', () => {
  expect(code).not.toMatch(/\bimport\.meta\b|^import\b|\bexport\b/m)
  expect(code.match(/\bimport\(/g)).toHaveLength(1)
})

test('it calls no function that browsers of 2020 lack', () => {
  expect(code).not.toMatch(/\.(?:at|hasOwn|replaceAll|toSorted|findLast|structuredClone)\(/)
})
