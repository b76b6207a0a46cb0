import type { SearchExamples } from '#core/engine/searchExamples.ts'

/** Props of a section that explains searching: its examples, once the papers are loaded. */
export interface Guided {
  guide: SearchExamples | undefined
}
