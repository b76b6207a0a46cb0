import * as z from 'zod/mini'

/** A named query. Its papers are those that match the query strictly, word for word. */
export const Theme = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  label: z.string().check(z.minLength(1)),
  group: z.string().check(z.minLength(1)),
  /**
   * The theme of the same group that it is a part of, for lists and navigation. Rules alone decide which papers are in
   * either: a paper of the part need not be one of the whole.
   */
  parent: z.exactOptional(z.string()),
  /** One or two sentences: what the theme means. */
  about: z.string().check(z.minLength(1)),
  /** The rule, in the query language. */
  query: z.string().check(z.minLength(1)),
})
export type Theme = z.infer<typeof Theme>

/** `data/themes.json` */
export const ThemesFile = z.array(Theme)
