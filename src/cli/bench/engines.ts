import type { BenchEngine } from './engine.ts'
import { flexsearch } from './engines/flexsearch.ts'
import { fuse, fuseToken } from './engines/fuse.ts'
import { lunr } from './engines/lunr.ts'
import { minisearch, minisearchTuned } from './engines/minisearch.ts'
import { orama } from './engines/orama.ts'
import { ours } from './engines/ours.ts'
import { ufuzzy } from './engines/ufuzzy.ts'

/**
 * The engines of every comparison, by their names in `--engines` and in the JSON. All index title and abstract, none the
 * authors. Each has one setting for all tasks, as a search box has: the best one found among those that its documentation
 * recommends.
 */
export const ENGINES = {
  ours,
  minisearch,
  minisearchTuned,
  flexsearch,
  lunr,
  orama,
  ufuzzy,
  fuse,
  fuseToken,
} as const satisfies Record<string, BenchEngine>
export type EngineName = keyof typeof ENGINES
export const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[]
