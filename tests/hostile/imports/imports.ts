import { Random } from '#cli/bench/random.ts'
import type { HostileImport } from './import.ts'
import { jsonFamilies } from './json.ts'
import { markedFamilies } from './marked.ts'
import { packedFamilies } from './packed.ts'

/** All hostile files. Another seed cuts and damages them elsewhere. */
export function hostileImports(seed: number): HostileImport[] {
  const random = new Random(seed)
  return [...jsonFamilies, ...packedFamilies, ...markedFamilies].flatMap(family => family(random))
}
