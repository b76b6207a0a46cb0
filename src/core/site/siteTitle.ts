export const SITE_NAME = 'Broadsheet'
export const SITE_TITLE = 'Broadsheet: the daily papers, searchable'

/** The title of a page in the browser's tab. */
export const titleOf = (name: string | undefined): string =>
  name === undefined ? SITE_TITLE : `${name} · ${SITE_NAME}`
