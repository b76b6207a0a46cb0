/** Profile of a site: written by the build as `data-…` attributes of the root element, read by every script. */
export interface SiteProfile {
  /** Path below which the site is served, with slashes at both ends. */
  base: string
  name: string
  /** Colour of links as a CSS value, where it is not that of the styles. */
  accent?: string
  /** Where searches are answered. */
  engine: string
}

/** The profile as the root element has it, by the keys of its `dataset`. */
export type SiteAttributes = Readonly<Partial<Record<keyof SiteProfile, string>>>

/** A site as its pages and links need it. */
export type SiteIdentity = Pick<SiteProfile, 'base' | 'name'>

export const DEFAULT_NAME = 'Broadsheet'

/** Answers in a worker of the page, from the files of the corpus. */
export const WORKER_ENGINE = 'worker'

export const identityIn = ({ base = '/', name = DEFAULT_NAME }: SiteAttributes): SiteIdentity => ({
  base,
  name,
})

/** Profile of a site of which nothing was said. */
export const DEFAULT_PROFILE: SiteProfile = { base: '/', name: DEFAULT_NAME, engine: WORKER_ENGINE }
