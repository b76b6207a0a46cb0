import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const include = process.env.MUTANT_TESTS?.split(',') ?? []

/** Those that read much last: most mutants are noticed before. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = ({ moduleId }: TestSpecification) =>
      /(localEngine|page-text|corpus|atom|cut)\.test/.test(moduleId) ? 1 : 0
    return [...files].sort((a, b) => seconds(a) - seconds(b))
  }
}

/** The tests of the part of core that `run.ts` names, as each mutant is tried with them. */
export default defineConfig({
  resolve: { alias: { 'fast-check': fileURLToPath(new URL('fastCheck.ts', import.meta.url)) } },
  test: {
    name: 'mutants',
    environment: 'node',
    include,
    setupFiles: 'tests/mutants/setup.ts',
    // Each mutant has a worker of its own all the same.
    isolate: false,
    sequence: { sequencer: InOrder },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
