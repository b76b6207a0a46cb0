import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Job {
  needs?: string | string[]
  if?: string
  uses?: string
  permissions?: Record<string, string>
  steps?: Step[]
}
interface Workflow {
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

const FOLDER = '.github/workflows'
const texts = readdirSync(FOLDER).map(name => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)
const workflows = texts.map(([name, text]) => [name, parse(text) as Workflow] as const)

const mayWrite = (permissions: Record<string, string> = {}): boolean =>
  Object.values(permissions).some(level => level === 'write')

const listOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

/** What is against the rules in one workflow, a line each. */
function faultsIn(name: string, text: string): string[] {
  const { permissions, jobs } = parse(text) as Workflow
  const faults: string[] = []
  const say = (fault: string): void => {
    faults.push(`${name}: ${fault}`)
  }
  for (const [, action = ''] of text.matchAll(/\buses: (.+)$/gm)) {
    const isPinned = /^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)
    if (!isPinned && !/^\.\/[\w./-]+$/.test(action))
      say(`${action} is not pinned by its commit with its version behind it`)
  }
  if (JSON.stringify(permissions) !== '{"contents":"read"}')
    say('jobs do not begin with the right to read only')
  for (const [id, job] of Object.entries(jobs)) {
    const steps = job.steps ?? []
    for (const { run = '' } of steps) {
      if (run.includes('${{')) say(`${id} puts values into a script`)
      if (/\bnpm (?:ci|install|i)\b(?!.*--ignore-scripts)/.test(run)) say(`${id} runs scripts of packages`)
    }
    if (!mayWrite(job.permissions)) {
      const keeps = ({ uses = '', with: options }: Step): boolean =>
        uses.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false
      if (steps.some(keeps)) say(`${id} keeps the token of the checkout`)
      continue
    }
    if (job.uses !== undefined) say(`${id} may write and hands that on`)
    for (const { uses = '', run = '' } of steps) {
      const isAllowed = /^actions\/(?:checkout|download-artifact|deploy-pages)@/.test(uses)
      if (uses !== '' && !isAllowed) say(`${id} may write and uses ${uses}`)
      const commands = run
        .replaceAll('\\\n', ' ')
        .split('\n')
        .filter(line => line.trim() !== '')
      for (const line of commands) if (!/^\s*git /.test(line)) say(`${id} may write and runs ${line.trim()}`)
    }
    if (!listOf(job.needs).includes('test') || !job.if?.includes("needs.test.result == 'success'"))
      say(`${id} may write and does not wait for the tests`)
  }
  return faults
}

test('no workflow lets code of packages, or code whose tests failed, write anywhere', () => {
  expect(texts.length).toBeGreaterThanOrEqual(2)
  expect(texts.flatMap(([name, text]) => faultsIn(name, text))).toEqual([])
  expect(
    workflows.flatMap(([, { jobs }]) => Object.values(jobs)).filter(job => mayWrite(job.permissions)),
  ).toHaveLength(2)
})

test('what is published was built after the tests of the same commit and the same papers', () => {
  const [, publish] = workflows.find(([name]) => name === 'publish.yml') as [string, Workflow]
  const { fetch, test: tests, build, deploy, commit } = publish.jobs
  expect(build?.needs).toEqual(['fetch', 'test'])
  expect(build?.if).toContain("needs.test.result == 'success'")
  expect(listOf(deploy?.needs)).toContain('build')
  expect(listOf(commit?.needs)).toContain('build')
  expect(tests).toMatchObject({ needs: 'fetch', uses: './.github/workflows/test.yml' })
  const checkouts = [fetch, build, commit].map(job =>
    job?.steps?.find(({ uses }) => uses?.startsWith('actions/checkout@')),
  )
  // Without a name of a branch, which would be another commit by then.
  expect(checkouts.map(step => step?.with?.['ref'])).toEqual([undefined, undefined, undefined])
  const takesPapers = ({ steps = [] }: Job) =>
    steps.some(
      ({ uses, with: options }) =>
        uses?.startsWith('actions/download-artifact@') && options?.['path'] === 'data',
    )
  const [, { jobs }] = workflows.find(([name]) => name === 'test.yml') as [string, Workflow]
  const all = [...Object.values(jobs), build, commit]
  expect(all.map(job => job !== undefined && takesPapers(job))).toEqual([true, true, true, true])
})

const WRONG = `
permissions: { contents: read }
jobs:
  publish:
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020
      - run: npm ci
      - run: |
          git commit \\
            --message x
          npm run build \${{ github.event.head_commit.message }}
`

test('what is against the rules is found', () => {
  expect(faultsIn('wrong.yml', WRONG)).toEqual([
    'wrong.yml: actions/checkout@v4 is not pinned by its commit with its version behind it',
    'wrong.yml: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 is not pinned by its commit with its version behind it',
    'wrong.yml: publish runs scripts of packages',
    'wrong.yml: publish puts values into a script',
    'wrong.yml: publish may write and uses actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020',
    'wrong.yml: publish may write and runs npm ci',
    `wrong.yml: publish may write and runs npm run build \${{ github.event.head_commit.message }}`,
    'wrong.yml: publish may write and does not wait for the tests',
  ])
})
