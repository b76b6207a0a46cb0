import type { Guide } from '#core/engine/examples.ts'

/** What a section is given to explain searching with; nothing until the papers have come. */
export interface Guided {
  guide: Guide | undefined
}
