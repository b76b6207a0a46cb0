import type { Rolldown } from 'vite'

type Modules = Rolldown.ChunkingContext

/** Whether a module is reached from an entry without `import()`. */
function isFirst(id: string, modules: Modules): boolean {
  const seen = new Set([id])
  for (const module of seen) {
    const info = modules.getModuleInfo(module)
    if (info?.isEntry) return true
    for (const importer of info?.importers ?? []) seen.add(importer)
  }
  return false
}

/**
 * Puts the modules that the search worker needs first into one file, except its entry, which is a file of its own: chunks
 * that load later import the first chunk, and WebKit evaluates the entry of a module worker again on each import.
 */
export const firstWorkerChunk = (id: string, modules: Modules): string | null =>
  !modules.getModuleInfo(id)?.isEntry && isFirst(id, modules) ? 'search-engine' : null

/**
 * Puts the modules that the first page needs into one file. By default the bundler splits them by the needs of later files,
 * and parts compress worse than the whole: 1.6 kB.
 */
export const firstChunk = (id: string, modules: Modules): string | null =>
  isFirst(id, modules) ? 'first' : null
