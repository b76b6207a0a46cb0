/** A whole number as people read it: `7,770`. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 theme`, `1,306 themes` */
export const describeCount = (count: number, noun: string): string =>
  `${grouped(count)} ${count === 1 ? noun : `${noun}s`}`

/** `1 paper`, `1,306 papers` */
export const papersInWords = (count: number): string => describeCount(count, 'paper')
