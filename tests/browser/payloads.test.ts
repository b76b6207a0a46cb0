import { test } from './gate.ts'
import { showPayloads } from './payloads.ts'

test('texts that do harm elsewhere are shown as the texts they are, on every screen [row 1, 2, 5, 12, 13]', async ({
  page,
}) => {
  await showPayloads(page, 86)
})
