/** Title of a site as a whole. */
export const siteTitle = (siteName: string): string => `${siteName}: the daily papers, searchable`

/**
 * Title of a page in the browser's tab.
 *
 * @param name of the page; absent for the front page
 */
export const titleOf = (name: string | undefined, siteName: string): string =>
  name === undefined ? siteTitle(siteName) : `${name} · ${siteName}`
