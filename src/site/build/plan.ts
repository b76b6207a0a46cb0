type Content = string | Uint8Array

/** Files of a site that are made together: their paths are known before anything is written, their contents are made late. */
export interface PlannedFiles {
  /** Below the folder of the site, in the order in which they are written. */
  paths: readonly string[]
  contents(): Iterable<Content> | Promise<Iterable<Content>>
}

/** Files of one kind; the work on them is shown as one bar. */
export interface Stage {
  name: string
  plan: readonly PlannedFiles[]
}

/** A file whose content is known already. */
export const plannedFile = ([path, content]: readonly [string, Content]): PlannedFiles => ({
  paths: [path],
  contents: () => [content],
})
