/** How long a browser may take to begin reading what it was given to save. */
const KEPT_MS = 60_000

/** Has the browser save a file, as it saves those that a link leads to. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
