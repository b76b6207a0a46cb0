import { test } from './gate.ts'
import { showPayloads } from './payloads.ts'

/** Tests that run beside each other. */
const SHARES = 4

for (let share = 0; share < SHARES; share++)
  test(`each text that does harm elsewhere is shown as the text it is, on every screen, ${share + 1} of ${SHARES} [row 1, 2, 5, 12, 13]`, async ({
    page,
  }) => {
    test.setTimeout(1_800_000)
    await showPayloads(page, share, SHARES)
  })
