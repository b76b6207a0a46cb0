import type { JsonObject } from '../text/jsonObject.ts'
import { arxivMetadata } from './arxivMetadata.ts'
import { commonNames } from './commonNames.ts'
import { csl } from './csl.ts'
import { hfPapers } from './hfPapers.ts'
import { openAlex } from './openalex.ts'
import { openReview } from './openreview.ts'
import { semanticScholar } from './semanticScholar.ts'
import type { Shape } from './shape.ts'

/** The formats whose records are JSON objects; the first that knows a record reads it, the last knows any. */
const SHAPES: readonly Shape[] = [
  arxivMetadata,
  openAlex,
  openReview,
  semanticScholar,
  hfPapers,
  csl,
  commonNames,
]

export const shapeOf = (entry: JsonObject): Shape => SHAPES.find(shape => shape.isOne(entry)) ?? commonNames
