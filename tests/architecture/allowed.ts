/**
 * Largest numbers of findings that pass. They go down with each file that is brought into shape, to zero.
 */
export const ALLOWED = {
  cycles: 4,
  upwardImports: 4,
  longFiles: 6,
  longFilesWithoutReason: 6,
  repeatedNames: 20,
  shadowedGlobals: 14,
  phrases: 530,
}

/** Nothing while there are few enough; all of them otherwise, for the message. */
export const beyond = (allowed: number, found: readonly string[]): readonly string[] =>
  found.length > allowed ? found : []
