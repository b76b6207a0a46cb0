type Content = string | Uint8Array

/** Files of a site that are made together. Paths are known before anything is written; contents are made late. */
export interface PlannedFiles {
  /** Below the folder of the site, in the order of writing. */
  paths: readonly string[]
  contents(): Iterable<Content> | Promise<Iterable<Content>>
}

/** Files of one kind, with one progress bar. */
export interface Stage {
  name: string
  plan: readonly PlannedFiles[]
}

/** A file with known content. */
export const plannedFile = ([path, content]: readonly [string, Content]): PlannedFiles => ({
  paths: [path],
  contents: () => [content],
})
