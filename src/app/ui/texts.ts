/** The texts of primitives. */

export const close = 'Close'
export const tryAgain = 'Try again'
export const copyDetails = 'Copy details'
export const copied = (label: string): string => `${label}: copied`
export const refused = (label: string): string => `${label}: refused by the browser. The text is selected.`
export const copyByHand = 'Your browser does not let this page copy. Copy it by hand:'
