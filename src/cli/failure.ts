/** Something the person at the terminal can put right; the message is one sentence for them. */
export class Failure extends Error {
  override name = 'Failure'
}

/** What went wrong, in words, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Whether a file-system call failed because the thing is not there. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
