import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentOf, contrastAdvice } from '#core/site/accent.ts'

test('a colour that can be read on light paper gets a lighter one for dark paper', () => {
  expect(accentOf('#7a2e1d')).toMatch(/^light-dark\(#7a2e1d, #[0-9a-f]{6}\)$/)
  expect(accentOf('#005')).toMatch(/^light-dark\(#000055, #[0-9a-f]{6}\)$/)
})

test.each(['red', '#12', '#1234567', '#12345g', '', 'light-dark(#000, #fff)'])('“%s” is no colour', color => {
  expect([accentOf(color), contrastAdvice(color)]).toEqual([undefined, ''])
})

test('a colour too light for links is rejected by its contrast', () => {
  expect(accentOf('#d08080')).toBeUndefined()
  expect(contrastAdvice('#d08080')).toBe(
    ' Its contrast with the paper of the site, #fbfaf6, is 2.83 : 1; links need 4.5 : 1.',
  )
  expect(contrastAdvice('#fbfaf6')).toContain(' is 1 : 1')
})

test('the papers are those of the styles', () => {
  const styles = readFileSync('src/app/styles/tokens.css', 'utf8')
  expect(styles).toContain('--color-paper: light-dark(#fbfaf6, #191714)')
})
