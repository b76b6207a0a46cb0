import { createRequire } from 'node:module'

const { default: fc }: typeof import('fast-check') = createRequire(import.meta.url)('fast-check')

/** A mutant is tried in seconds, not in minutes. What only more examples would notice counts as not noticed. */
const MOST_RUNS = 100

// The same examples each time, or a score could not be had again. That one fails is enough: nobody reads the smallest.
fc.configureGlobal({ seed: 20_261_128, endOnFailure: true })

const assert = ((property, parameters) =>
  fc.assert(
    property as never,
    {
      ...parameters,
      numRuns: Math.min(parameters?.numRuns ?? MOST_RUNS, MOST_RUNS),
    } as never,
  )) as typeof fc.assert

const character = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map(code => String.fromCodePoint(code < 0xd800 ? code : code + 0x800))

/** The unit of its own that has every character takes a second and a half to be made, and each mutant has a worker of its own. */
const string: typeof fc.string = constraints =>
  fc.string(constraints?.unit === 'binary' ? { ...constraints, unit: character } : constraints)

/** Stands for fast-check where mutants are tried. */
export default { ...fc, assert, string }
