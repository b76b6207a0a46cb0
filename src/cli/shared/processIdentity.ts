import { readFileSync, readlinkSync } from 'node:fs'

/** Distinguishes a process from a later one with the same number; `start` is in clock ticks since boot. */
interface ProcessIdentity {
  boot: string
  namespace: string
  start: string
}

/** Field 22 of `/proc/PID/stat`, after the name in parentheses, which may hold anything. */
function startOf(pid: number | 'self'): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

/** `undefined` where there is no `/proc`: everywhere but on Linux. */
function ownIdentity(): ProcessIdentity | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const namespace = readlinkSync('/proc/self/ns/pid')
    const start = startOf('self')
    return start === undefined ? undefined : { boot, namespace, start }
  } catch {
    return undefined
  }
}

/** The identity of this process as one line; empty if it is unknown. */
export function identityLine(): string {
  const own = ownIdentity()
  return own === undefined ? '' : `${own.boot} ${own.namespace} ${own.start}\n`
}

/**
 * Whether a living process may be the one that wrote an identity line, rather than a later one with its number. True
 * whenever nothing speaks against it.
 */
export function mayHaveWritten(line: string, pid: number): boolean {
  const own = ownIdentity()
  const [boot, namespace, start] = line.split(' ')
  if (own === undefined || start === undefined) return true
  if (boot !== own.boot) return false
  // The same number in another container is another process.
  if (namespace !== own.namespace) return true
  try {
    return startOf(pid) === start
  } catch {
    return true
  }
}
