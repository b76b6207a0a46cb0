import { expect, test } from 'vitest'
import { type FieldName, fieldOf } from '#core/query/fields.ts'
import { ageStart, formatCondition, inPeriods, readCondition } from '#core/query/values.ts'

test.each([
  ['2025-12-11', 1, 'd', '2025-12-11'],
  ['2025-12-11', 7, 'd', '2025-12-05'],
  ['2025-12-11', 2, 'w', '2025-11-28'],
  ['2025-12-11', 1, 'm', '2025-11-12'],
  ['2025-01-15', 1, 'm', '2024-12-16'],
  ['2025-12-15', 12, 'm', '2024-12-16'],
  ['2025-03-31', 1, 'm', '2025-03-01'],
  ['2025-12-11', 1, 'y', '2024-12-12'],
  ['2024-02-29', 1, 'y', '2023-03-01'],
  ['2025-12-11', 2025, 'y', '0000-12-12'],
  ['2025-12-11', 2026, 'y', '0000-01-01'],
] as const)('on %s the last %i%s began on %s', (newest, count, unit, first) => {
  expect(ageStart(newest, count, unit)).toBe(first)
})

const spelled = (field: FieldName, text: string): string | undefined => {
  const condition = readCondition(fieldOf(field), text)
  return condition && formatCondition(condition)
}

test.each([
  ['comments', '3', '3'],
  ['comments', '=3', '3'],
  ['comments', '>3', '>=4'],
  ['comments', '>=3', '>=3'],
  ['comments', '<3', '<=2'],
  ['comments', '<=3', '<=3'],
  ['comments', '1..3', '1..3'],
  ['comments', '3..1', '1..3'],
  ['comments', '3..3', '3'],
  ['comments', '3..', '>=3'],
  ['comments', '..3', '<=3'],
  ['comments', '999999999', '999999999'],
  ['date', '>2025', '>=2026'],
  ['date', '<2025', '<=2024'],
  ['date', '>2025-12', '>=2026-01'],
  ['date', '<2025-01', '<=2024-12'],
  ['date', '>2025-12-31', '>=2026-01-01'],
  ['date', '<2025-03-01', '<=2025-02-28'],
  ['date', '<1000', '<=0999'],
  ['date', '>0050-12-31', '>=0051-01-01'],
  ['date', '<0050-01', '<=0049-12'],
  ['date', '2025-11..2025-09', '2025-09..2025-11'],
  ['date', '2025..', '>=2025'],
  ['after', '2025-10', '2025-10'],
  ['last', '7D', '7d'],
  ['last', '12w', '12w'],
  ['theme', 'RLVR,,moe,rlvr', 'rlvr,moe'],
  ['id', '2512.05564', '2512.05564'],
] as const)('%s:%s is read as %s', (field, text, spelling) => {
  expect(spelled(field, text)).toBe(spelling)
})

test.each([
  ['comments', ''],
  ['comments', '..'],
  ['comments', 'x..3'],
  ['comments', '3..x'],
  ['comments', '..x'],
  ['comments', 'x..'],
  ['comments', '<0'],
  ['comments', '>999999999'],
  ['comments', '1234567890'],
  ['comments', '>'],
  ['comments', '3x'],
  ['comments', 'x3'],
  ['comments', '1.5'],
  ['date', '2025-02-30'],
  ['date', '<0000'],
  ['date', '>9999'],
  ['after', '2024..2025'],
  ['after', '>2025'],
  ['last', '0d'],
  ['last', '12345d'],
  ['last', '7'],
  ['last', '7dd'],
  ['last', 'x7d'],
  ['last', '7h'],
  ['theme', ','],
  ['has', 'money'],
  ['has', 'code,money'],
  ['theme', 'a"b'],
  ['id', 'a b'],
  ['id', ''],
  ['title', 'entropy'],
] as const)('%s:%s has no such value', (field, text) => {
  expect(readCondition(fieldOf(field), text)).toBeUndefined()
})

test('both ends of a range of periods are in it as a whole', () => {
  expect(inPeriods('2025-01-01', { from: '2025' })).toBe(true)
  expect(inPeriods('2024-12-31', { from: '2025' })).toBe(false)
  expect(inPeriods('2025-12-31', { to: '2025' })).toBe(true)
  expect(inPeriods('2026-01-01', { to: '2025-12' })).toBe(false)
  expect(inPeriods('2025-06-30', { from: '2025-06-30', to: '2025-06-30' })).toBe(true)
  expect(inPeriods('2025-06-30', {})).toBe(true)
})
