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

/** Matches a path with a pattern. */
export const matchPage = (pattern: string, path: string): PathMatch | null =>
  matchPath(pattern, decoded(path))

/** The parameter of a pattern in the address; empty if the pattern does not match. */
export const usePathPart = (pattern: string, place: string): string =>
  matchPage(pattern, useLocation().pathname)?.params[place] ?? ''
