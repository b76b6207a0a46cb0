import { matchPath, type PathMatch, useLocation } from 'react-router-dom'

/** A path as patterns are written; one that is badly encoded stays as it is. */
function decoded(path: string): string {
  try {
    return path
      .split('/')
      .map(part => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/')
  } catch {
    return path
  }
}

/** What a path says in the places that a pattern leaves open; nothing where it does not fit. */
export const matchPage = (pattern: string, path: string): PathMatch | null =>
  matchPath(pattern, decoded(path))

/** What the address says in a place that a pattern leaves open; empty where it does not fit. */
export const usePathPart = (pattern: string, place: string): string =>
  matchPage(pattern, useLocation().pathname)?.params[place] ?? ''
