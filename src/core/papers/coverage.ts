/** How much of the corpus an answer is drawn from, where that is not all of it. */
export interface Coverage {
  segments: number
  ofSegments: number
  /** Periods of segments that failed to load or were rejected. All others may still be loading. */
  missing: readonly string[]
}

/** Whether more of the corpus is being loaded. */
export const isStillLoading = (coverage: Coverage | null | undefined): coverage is Coverage =>
  !!coverage && coverage.segments + coverage.missing.length < coverage.ofSegments
