import type { KeptFile } from './site.ts'

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

/** Whether what arrived is the file, to the byte: hosts and browsers hand on files that were cut as if they were whole. */
export async function isWhole(
  arrived: ArrayBuffer | Uint8Array<ArrayBuffer>,
  file: KeptFile,
): Promise<boolean> {
  if (arrived.byteLength !== file.bytes) return false
  // Browsers hash only on https and localhost.
  return !crypto.subtle || hexadecimal(await crypto.subtle.digest('SHA-256', arrived)) === file.sha256
}
