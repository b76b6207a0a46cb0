/**
 * Largest numbers of findings that pass. They go down with each file that is brought into shape, to zero.
 */
export const ALLOWED = {
  cycles: 7,
  upwardImports: 12,
  longFiles: 8,
  longFilesWithoutReason: 8,
  repeatedNames: 34,
  shadowedGlobals: 16,
  phrases: 600,
}

/** Nothing while there are few enough; all of them otherwise, for the message. */
export const beyond = (allowed: number, found: readonly string[]): readonly string[] =>
  found.length > allowed ? found : []
