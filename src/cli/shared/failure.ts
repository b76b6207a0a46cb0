/** An error that the person at the terminal can correct; the message is one sentence for them. */
export class Failure extends Error {
  override name = 'Failure'
}

/** The code of an error of the file system or of the process: `ENOENT`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether a call of the file system failed because the file does not exist. */
export const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT'
