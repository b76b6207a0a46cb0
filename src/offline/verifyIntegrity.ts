import type { CachedFile } from './site.ts'

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

/** Whether bytes are those of the file: hosts and browsers pass files on that were cut off. */
export async function verifyIntegrity(
  arrived: ArrayBuffer | Uint8Array<ArrayBuffer>,
  file: CachedFile,
): Promise<boolean> {
  if (arrived.byteLength !== file.bytes) return false
  // Browsers hash only on https and localhost.
  return !crypto.subtle || hexadecimal(await crypto.subtle.digest('SHA-256', arrived)) === file.sha256
}
