/** Copies text. Says whether it worked: browsers refuse without https or permission. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The caller offers the text to be copied by hand.
    return false
  }
}
