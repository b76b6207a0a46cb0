import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationFileName, exportFileName } from '#core/cite/fileName.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

const DAY = '2026-11-25'

test.each([
  ['theme:rlvr entropy', true, 'broadsheet-theme-rlvr-entropy-2026-11-25.bib'],
  ['', true, 'broadsheet-all-2026-11-25.bib'],
  ['深度', false, 'broadsheet-paper-2026-11-25-incomplete.bib'],
])('the file of %j says query and day', (q, isWhole, name) => {
  expect(exportFileName({ q, day: DAY, isWhole }, 'bibtex')).toBe(name)
})

test('no text makes a name that a system refuses or a folder of its own [row 42]', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.constantFrom('../../x', 'CON', 'lpt1', '\u202etxt.exe', ''),
  )
  fc.assert(
    fc.property(text, text => {
      for (const name of [
        citationFileName(text, 'ris'),
        exportFileName({ q: text, day: DAY, isWhole: true }, 'ris'),
      ]) {
        expect(name).toMatch(/^[a-z0-9]([a-z0-9-]{0,88}[a-z0-9])?\.ris$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./)
      }
    }),
  )
})
