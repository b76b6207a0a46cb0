/** The texts of palette, key sheet and of what commands say. */

export const copied = 'Link copied'
export const notCopied = (href: string): string => `Your browser does not let this page copy ${href}`
