/** Time for a browser to begin reading a file to save. */
const KEPT_MS = 60_000

/** Saves a file as browsers save the target of a link. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
