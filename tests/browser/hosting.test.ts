import { faultsOf } from '../hosting/host.ts'
import { expect, test } from './gate.ts'

test('files and pages come as a static host sends them, and 404.html for all else', async ({ baseURL }) => {
  const { asked, faults } = await faultsOf({ address: `${baseURL}/`, dist: 'dist' })
  expect(faults).toEqual([])
  expect(asked).toBeGreaterThan(30)
})
