/** A key, and those that are held down meanwhile. */
export interface Press {
  held: string[]
  key: string
}

/** Reads `j`, `Enter`, `+` or `Control+k`. */
export function keysOf(written: string): Press {
  const parts = written.length > 1 ? written.split('+') : [written]
  return { held: parts.slice(0, -1), key: parts.at(-1) as string }
}
