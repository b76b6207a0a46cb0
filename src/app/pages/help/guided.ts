import type { SearchExamples } from '#core/engine/searchExamples.ts'

/** What a section is given to explain searching with; nothing until the papers have come. */
export interface Guided {
  guide: SearchExamples | undefined
}
