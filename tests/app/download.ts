import { vi } from 'vitest'

/** The files that pages have the browser save from now on, by name. */
export function watchDownloads(): Map<string, Promise<string>> {
  const saved = new Map<string, Promise<string>>()
  let offered: Blob | undefined
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL: (content: Blob) => {
        offered = content
        return 'blob:content'
      },
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (offered) saved.set(this.download, textOf(offered))
  })
  return saved
}

/** `Blob.text`, which jsdom does not have. */
const textOf = (content: Blob): Promise<string> =>
  new Promise(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(content)
  })
