import type { FORMATS } from '../papers/paper.ts'
import type { JsonObject } from '../text/jsonObject.ts'

/** A fact that a record in JSON may have about a paper. */
export type Fact =
  | 'title'
  | 'abstract'
  | 'summary'
  | 'authors'
  | 'organization'
  | 'identifiers'
  | 'published'
  | 'revised'
  | 'listed'
  | 'version'
  | 'kind'
  | 'upvotes'
  | 'comments'
  | 'stars'
  | 'code'
  | 'project'
  | 'thumbnail'
  | 'keywords'
  | 'categories'

/**
 * A format whose records are JSON objects, as the fields in which each fact stands: of several, the first with a value
 * counts; of identifiers, keywords and categories, all do. Fields of an object within are written `details.abstract`.
 */
export interface Shape {
  format: (typeof FORMATS)[number]
  /** The name of such records for people: `works of OpenAlex`. */
  called: string
  /** Whether an object is such a record. */
  isOne(entry: JsonObject): boolean
  fields: Partial<Record<Fact, readonly string[]>>
  /** The object as `fields` expects it, where it is written otherwise. */
  prepared?(entry: JsonObject): JsonObject
  /** Why an object of this shape is no paper, or no longer one: it is passed over, and that is said. */
  passedOver?(entry: JsonObject): string | undefined
  /** Fields that a person may have named, so that an unknown one is perhaps misspelt. Absent: unknown fields are normal. */
  otherFields?: readonly string[]
  /** True where records without a day of their own were listed on the day that the file or its name says. */
  isListing?: boolean
}
