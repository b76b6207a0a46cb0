import { editsFrom, MAX_LENGTH } from '../text/editDistance.ts'
import type { JsonObject } from '../text/jsonObject.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import type { Shape } from './shape.ts'

/** A name of a field as names are compared: case, spaces, hyphens and underscores do not count. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Largest number of unknown fields named for one record. */
const MAX_NAMED = 20

/** More edits than this are another word. */
const mostEdits = (name: string): number => (name.length < 5 ? 1 : 2)

interface KnownField {
  field: string
  bare: string
}

/** The known field that a name nearly is. */
function nearest(name: string, known: readonly KnownField[]): string | undefined {
  const wanted = bare(name)
  if (wanted === '' || wanted.length > MAX_LENGTH) return undefined
  const edits = editsFrom(wanted)
  const [best] = known
    .map(({ field, bare }) => ({ field, edits: edits(bare) }))
    .filter(({ edits }) => edits <= mostEdits(wanted))
    .sort((a, b) => a.edits - b.edits)
  return best?.field
}

/** Names that some give a title. */
const NEARLY_TITLES = new Set([
  ...['name', 'papername', 'paper', 'headline', 'heading', 'subject', 'label', 'articletitle', 'fulltitle'],
  ...['titel', 'titre', 'titulo', 'titolo', 'ti', 't', 'titles', 'article'],
])
const TITLE: readonly KnownField[] = [{ field: 'title', bare: 'title' }]

/** The field of an object without a title that was probably meant to be it. */
export const titleMeant = (entry: JsonObject): string | undefined =>
  Object.keys(entry).find(
    key =>
      typeof entry[key] === 'string' &&
      bare(key) !== 'title' &&
      (NEARLY_TITLES.has(bare(key)) || nearest(key, TITLE) !== undefined),
  )

/** Describes an object without a title. */
export function titleMissing(entry: JsonObject): string {
  const meant = titleMeant(entry)
  return meant === undefined
    ? 'missing or empty'
    : `missing or empty: if “${excerpt(meant, 40)}” is it, call it “title”`
}

const fieldsOf = new WeakMap<Shape, { known: Set<string>; suggested: KnownField[] }>()

function knownOf(shape: Shape) {
  const before = fieldsOf.get(shape)
  if (before) return before
  const read = Object.values(shape.fields)
    .flat()
    .filter(name => !name.includes('.'))
  const made = {
    known: new Set([...read, ...(shape.otherFields ?? [])]),
    suggested: read.map(field => ({ field, bare: bare(field) })),
  }
  fieldsOf.set(shape, made)
  return made
}

/** Notices on fields that a shape does not know, where it expects people to have named them. */
export function unknownFields(entry: JsonObject, shape: Shape, where: string): Problem[] {
  if (shape.otherFields === undefined) return []
  const { known, suggested } = knownOf(shape)
  return Object.keys(entry)
    .filter(name => !known.has(name))
    .slice(0, MAX_NAMED)
    .map(name => {
      const meant = nearest(name, suggested)
      const hint = meant === undefined ? '' : `: did you mean “${meant}”?`
      return {
        where,
        message: `field “${excerpt(name, 40)}” is unknown and was passed over${hint}`,
        dropped: false,
      }
    })
}
