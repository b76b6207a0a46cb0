import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readFiles } from '#cli/ingest/readFiles.ts'
import { columns } from '#cli/shared/columns.ts'
import { subcommand } from '#cli/shared/commandGroup.ts'
import type { CommandTable } from '#cli/shared/commandTable.ts'
import { hostileImports } from './imports/imports.ts'

const LIMIT_MS = 1_000
const LIMIT_MB = 200
const SHOWN = 5

const collected = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

const heldBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

interface Read {
  name: string
  ms: number
  cpuMs: number
  heapMB: number
}

const IMPORT_COST = {
  name: 'npm run bench -- imports',
  summary: 'Measures the reading of hostile files, and names the slowest and the largest.',
  flags: { seed: { default: 1 }, json: {} },
  notes: `Reads each of the hostile files of tests/hostile/, and names those that take more than 1 s or 200 MB.
cpuMs: of all threads; heapMB: in use right after reading, garbage included.

Exit code: 0 all were within the limits · 1 a file was not · 2 nothing was done`,
} as const satisfies CommandTable

/** `npm run bench -- imports`: what reading each of the hostile files costs. */
export const benchImports = subcommand(IMPORT_COST, async ({ values }, output) => {
  const { seed, json } = values
  const files = hostileImports(seed)
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-imports-'))
  const collect = collected()
  const read: Read[] = []
  try {
    for (const { name, content } of files) {
      const path = join(folder, name)
      await writeFile(path, content)
      collect()
      const before = heldBytes()
      const start = performance.now()
      const cpu = process.cpuUsage()
      const [file] = await readFiles([path])
      const ms = performance.now() - start
      const { user, system } = process.cpuUsage(cpu)
      // Without collecting: what was garbage already had to be held, too.
      const heapMB = file ? (heldBytes() - before) / 1e6 : 0
      read.push({
        name,
        ms: Math.round(ms),
        cpuMs: Math.round((user + system) / 1_000),
        heapMB: Math.round(heapMB),
      })
      await rm(path)
      output.status(`${read.length} of ${files.length} files`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  const beyond = read.filter(({ ms, heapMB }) => ms > LIMIT_MS || heapMB > LIMIT_MB)
  const most = (field: 'ms' | 'cpuMs' | 'heapMB'): number => Math.max(...read.map(file => file[field]))
  const figures = {
    files: read.length,
    maxMs: most('ms'),
    maxCpuMs: most('cpuMs'),
    maxHeapMB: most('heapMB'),
    beyond: beyond.length,
  }
  if (json) output.print(JSON.stringify(figures))
  else {
    output.print(columns(Object.entries(figures).map(([name, figure]) => [name, String(figure)])))
    output.print('')
    const slowest = read.toSorted((a, b) => b.ms - a.ms).slice(0, SHOWN)
    const largest = read.toSorted((a, b) => b.heapMB - a.heapMB).slice(0, SHOWN)
    const rows = [...new Set([...slowest, ...largest, ...beyond])]
    output.print(
      columns([
        ['', 'ms', 'cpuMs', 'heapMB'],
        ...rows.map(({ name, ...costs }) => [name, ...Object.values(costs).map(String)]),
      ]),
    )
  }
  return beyond.length > 0 ? 1 : 0
})
