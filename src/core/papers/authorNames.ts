import * as z from 'zod/mini'

const Part = z.string().check(z.minLength(1))

/** An author's name in the parts that a source divided it into, or one that stays whole: an organisation's. */
export const AuthorName = z.union([
  z.object({
    family: Part,
    given: z.exactOptional(Part),
    /** Words before the family name that it is not sorted by: `van der`. */
    particle: z.exactOptional(Part),
    suffix: z.exactOptional(Part),
  }),
  z.object({ literal: Part }),
])
export type AuthorName = z.infer<typeof AuthorName>
