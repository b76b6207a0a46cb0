import { test } from './gate.ts'
import { showPayloads } from './payloads.ts'

test('each text that does harm elsewhere is shown as the text it is, on every screen [row 1, 2, 5, 12, 13]', async ({
  page,
}) => {
  test.setTimeout(1_800_000)
  await showPayloads(page)
})
