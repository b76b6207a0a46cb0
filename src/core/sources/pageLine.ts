/** The dot between who wrote a paper and when it was published. */
export const DOT = '·'

export interface Line {
  text: string
  /** Counted from 1. */
  line: number
}

export interface TextBlock extends Line {
  kind: 'text'
}

/** The lines under an abstract: who wrote it, a dot, when it was published and how many comments it has. */
export interface BylineBlock {
  kind: 'byline'
  line: number
  who?: Line
  when?: Line
  /** A comment count on a line of its own. */
  comments?: Line
}

/** A part of the text of a page. */
export type Block =
  | TextBlock
  | BylineBlock
  | (Line & { kind: 'upvotes' })
  /** A date that stands alone: the page's own day. */
  | (Line & { kind: 'day' })
  | (Line & { kind: 'navigation' })

export interface PageLink {
  /** The line in which its text ends. */
  line: number
  url: string
}

/** The lines of a page as plain text has them, each with its number in the file, and what links say. */
export interface PageLines {
  lines: readonly Line[]
  links: readonly PageLink[]
}
