/** Something the person at the terminal can put right; the message is one sentence for them. */
export class Failure extends Error {
  override name = 'Failure'
}

/** What went wrong, in words, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The code of an error of the file system or of the process: `ENOENT`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether a file-system call failed because the thing is not there. */
export const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT'
