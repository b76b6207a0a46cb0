import type { CorpusPaper } from '../papers/manifest.ts'

/** The parts of a paper that words are looked for in. */
export const ZONES = {
  title: { texts: (paper: CorpusPaper): readonly string[] => [paper.title] },
  abstract: { texts: (paper: CorpusPaper): readonly string[] => [paper.abstract ?? ''] },
  names: {
    texts: ({ authors = [], organization }: CorpusPaper): readonly string[] =>
      organization
        ? [...authors, ...new Set([organization.slug ?? organization.name, organization.name])]
        : authors,
  },
} as const
export type Zone = keyof typeof ZONES
export const ZONE_NAMES = Object.keys(ZONES) as Zone[]

export const mapZones = <T>(make: (zone: Zone, number: number) => T): Record<Zone, T> =>
  Object.fromEntries(ZONE_NAMES.map((zone, i) => [zone, make(zone, i)])) as Record<Zone, T>
