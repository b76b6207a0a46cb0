/** A storage as browsers have it, as far as it is used. */
export class FakeCache {
  readonly entries = new Map<string, Uint8Array>()
  isFull = false
  match = async (url: URL) => {
    const content = this.entries.get(String(url))
    return content && new Response(content as BodyInit)
  }
  put = async (url: URL, response: Response) => {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError')
    this.entries.set(String(url), new Uint8Array(await response.arrayBuffer()))
  }
  keys = async () => [...this.entries.keys()].map(url => ({ url }))
  delete = async ({ url }: { url: string }) => this.entries.delete(url)
}
