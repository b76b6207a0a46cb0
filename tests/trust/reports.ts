import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import * as z from 'zod/mini'

/** A test that ran. */
export interface Ran {
  file: string
  title: string
  isGreen: boolean
}

const UnitReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const Spec = z.object({ title: z.string(), file: z.string(), ok: z.boolean() })
type Suite = { title: string; specs: z.infer<typeof Spec>[]; suites?: Suite[] | undefined }
const Suite: z.ZodMiniType<Suite> = z.object({
  title: z.string(),
  specs: z.array(Spec),
  suites: z.optional(z.array(z.lazy(() => Suite))),
})
const BrowserReport = z.object({ suites: z.array(Suite) })

function read<T extends z.ZodMiniType>(path: string, schema: T): z.output<T> | undefined {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** The tests of a report of Vitest; none where there is no report. */
export const unitTests = (path: string): Ran[] =>
  read(path, UnitReport)?.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({
        file: relative('.', name),
        title: fullName,
        isGreen: status === 'passed',
      })),
  ) ?? []

const testsIn = ({ specs, suites = [] }: Suite): Ran[] => [
  ...specs.map(({ title, file, ok }) => ({ file: `tests/browser/${file}`, title, isGreen: ok })),
  ...suites.flatMap(testsIn),
]

/** The tests of a report of Playwright; none where there is no report. */
export const browserTests = (path: string): Ran[] => read(path, BrowserReport)?.suites.flatMap(testsIn) ?? []
