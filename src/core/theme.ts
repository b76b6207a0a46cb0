import * as z from 'zod/mini'

/** A named query. Its papers are those that match the query strictly, word for word. */
export const Theme = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  label: z.string().check(z.minLength(1)),
  group: z.string().check(z.minLength(1)),
  /** One or two sentences: what the theme means. */
  about: z.string().check(z.minLength(1)),
  /** The rule, in the query language. */
  query: z.string().check(z.minLength(1)),
})
export type Theme = z.infer<typeof Theme>

/** `data/themes.json` */
export const ThemesFile = z.array(Theme)
