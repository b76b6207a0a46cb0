import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIn } from './deploys.ts'
import { expect } from './gate.ts'
import { forgetUnreached, takeAway, test, visit } from './keeping.ts'

const folder = mkdtempSync(join(tmpdir(), 'base-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

execFileSync('npm', ['run', 'build', '--', '--base', '/repo/', '--out', join(folder, 'dist')], {
  stdio: 'ignore',
})
test.use({ served: { build: buildIn(join(folder, 'dist')).build, base: '/repo/' } })

test('a site in a folder of its host is kept, and the addresses of its pages lead there without it [row 68]', async ({
  page,
  context,
  host,
  faults,
}) => {
  await visit(page)
  const [scope, names] = await page.evaluate(async () => [
    (await navigator.serviceWorker.ready).scope,
    (await caches.keys()).toSorted(),
  ])
  expect(scope).toBe(host.address)
  expect(names).toEqual(['broadsheet corpus /repo/', 'broadsheet files /repo/'])
  await takeAway(context, host)
  for (const [path, heading] of [
    ['theme/rlvr', 'RLVR'],
    ['paper/2512.05564', 'ProPhy'],
    ['no/such/page', 'This page was never printed'],
  ] as const) {
    await page.goto(path)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  }
  forgetUnreached(faults)
})
