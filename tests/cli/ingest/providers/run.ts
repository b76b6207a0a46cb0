import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { ingestCommand } from '#cli/ingest/ingestCommand.ts'
import { FakeClock, LocalSite } from './site.ts'

/** A site, a clock and a folder for one test, and the command using them. */
export class Setting {
  site = new LocalSite()
  clock = new FakeClock('2025-12-20T08:00:00Z')
  folder = ''

  constructor() {
    beforeEach(async () => {
      this.site = new LocalSite()
      this.clock = new FakeClock('2025-12-20T08:00:00Z')
      this.folder = await mkdtemp(join(tmpdir(), 'broadsheet-remote-'))
      await this.site.start()
    })
    afterEach(async () => {
      await this.site.stop()
      await rm(this.folder, { recursive: true })
    })
  }

  get sources(): string {
    return join(this.folder, 'sources')
  }

  get out(): string {
    return join(this.folder, 'papers')
  }

  async ingest(...args: string[]) {
    const printed: string[] = []
    const complaints: string[] = []
    const output = {
      print: (line: string) => printed.push(line),
      complain: (line: string) => complaints.push(line.replaceAll(this.site.base, 'SITE')),
      status: () => {},
    }
    const code = await ingestCommand([...args, '--corpus', this.out], output, this.clock)
    return { code, printed: printed.join('\n'), complaints }
  }

  fetch(...args: string[]) {
    return this.ingest(...args, '--base-url', this.site.base, '--sources', this.sources)
  }

  /** The names in a folder; none if there is no folder. */
  async names(folder = this.sources): Promise<string[]> {
    return (await readdir(folder).catch(() => [])).sort()
  }

  /** The files of the corpus by name. */
  async corpus(): Promise<Record<string, string>> {
    const names = await this.names(this.out)
    return Object.fromEntries(
      await Promise.all(names.map(async name => [name, await readFile(join(this.out, name), 'utf8')])),
    )
  }
}
