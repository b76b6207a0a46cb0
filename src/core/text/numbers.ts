/** A whole number as people read it: `7,770`. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 paper`, `1,306 papers` */
export const papersInWords = (count: number): string =>
  `${grouped(count)} ${count === 1 ? 'paper' : 'papers'}`
