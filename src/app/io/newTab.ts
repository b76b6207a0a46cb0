/** Opens an address outside the site, which learns nothing of this page. */
export const openInNewTab = (href: string): void => {
  window.open(href, '_blank', 'noopener,noreferrer')
}
