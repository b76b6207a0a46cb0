/** Faults of a requested file, as the end of a sentence that begins “could not be loaded: ”. */
const MESSAGES = {
  missing: file => `the site does not have ${file}`,
  refused: file => `the site does not give out ${file}`,
  unavailable: file => `the site cannot send ${file} now`,
  foreign: file => `a web page came instead of ${file}, as where a network asks you to log in first`,
  damaged: file => `${file} arrived damaged`,
  late: file => `${file} did not come in time`,
  offline: file => `${file} cannot be had while this device is offline`,
  unreachable: file => `${file} cannot be had: the network or the site does not answer`,
  version: file => `${file} is of another version of this site than the page, which has to be reloaded`,
} satisfies Record<string, (file: string) => string>
export type FaultKind = keyof typeof MESSAGES

/** Why a file was not used. */
export class Fault extends Error {
  readonly kind: FaultKind

  /** @param status HTTP status, where that was the fault */
  constructor(kind: FaultKind, { pathname }: URL, status?: number) {
    super(MESSAGES[kind](pathname) + (status === undefined ? '' : ` (${status})`))
    this.kind = kind
  }
}

export function faultOfStatus(url: URL, status: number): Fault {
  const isBusy = status === 429 || status >= 500
  return new Fault(
    isBusy ? 'unavailable' : status === 404 || status === 410 ? 'missing' : 'refused',
    url,
    status,
  )
}

/** Whether the file may belong to another build of the site, which a newer manifest would name. */
export const mayBeOfOtherBuild = (error: unknown): boolean =>
  error instanceof Fault && (error.kind === 'missing' || error.kind === 'damaged')
