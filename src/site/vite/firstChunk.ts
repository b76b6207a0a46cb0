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
 * Puts all that the search worker needs at first into one file, but for its entry, which is a file of its own: chunks that
 * are loaded later import the first chunk, and WebKit evaluates the entry of a module worker again on each import.
 */
export const firstWorkerChunk = (id: string, modules: Modules): string | null =>
  !modules.getModuleInfo(id)?.isEntry && isFirst(id, modules) ? 'search-engine' : null

/**
 * Puts all that the first page needs into one file. By itself the bundler parts it by which of the files loaded later
 * need what, and parts compress less well than the whole: 1.6 kB.
 */
export const firstChunk = (id: string, modules: Modules): string | null =>
  isFirst(id, modules) ? 'first' : null
