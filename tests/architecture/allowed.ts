/**
 * Largest numbers of findings that pass. They go down with each file that is brought into shape, to zero.
 */
export const ALLOWED = {
  cycles: 0,
  upwardImports: 0,
  longFiles: 2,
  longFilesWithoutReason: 0,
  repeatedNames: 0,
  shadowedGlobals: 0,
  phrases: 260,
}

/** Nothing while there are few enough; all of them otherwise, for the message. */
export const beyond = (allowed: number, found: readonly string[]): readonly string[] =>
  found.length > allowed ? found : []
