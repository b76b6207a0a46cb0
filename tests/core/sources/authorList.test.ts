import { expect, test } from 'vitest'
import { authorList } from '#core/sources/authorList.ts'

const ADA_AND_BO = ['Ada Example', 'Bo Sample']

test.each([
  'Ada Example, Bo Sample, et al.',
  'Ada Example, Bo Sample et al',
  'Ada Example and Bo Sample and others',
  'Ada Example; Bo Sample; others',
  'Ada Example, Bo Sample, and 12 others',
  'Ada Example, Bo Sample, …',
  'Example, Ada and Sample, Bo and others',
  ['Ada Example', 'Bo Sample', 'et al.'],
  ['Ada Example', 'Bo Sample et al.'],
  ['Example, Ada', 'Sample, Bo', 'others'],
  '["Ada Example", "Bo Sample", "et al."]',
  [{ name: 'Ada Example' }, { name: 'Bo Sample' }, { name: 'et al.' }],
  [{ family: 'Example', given: 'Ada' }, { family: 'Sample', given: 'Bo' }, { literal: 'others' }],
])('%j ends in others, whose number is unknown', value => {
  expect(authorList(value)).toMatchObject({ authors: ADA_AND_BO, nameless: 0, endsInOthers: true })
})

test.each(['Ada Example, Bo Sample', ['Ada Example', 'Bo Sample']])('%j is whole', value => {
  expect(authorList(value)).toMatchObject({ authors: ADA_AND_BO, endsInOthers: false })
})

test('names that only look like the end of a list stay', () => {
  const names = ['Jo Others', 'Ada More', 'Metal', 'Nan Na', 'Nan']
  expect(authorList(names)).toMatchObject({ authors: names, endsInOthers: false })
})

test.each(['nan', 'None', ['null'], 'N/A', [{ name: 'NaN' }]])('%j names no author', value => {
  expect(authorList(value)).toMatchObject({ authors: [], nameless: 0 })
})
