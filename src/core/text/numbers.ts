/** A whole number as people read it: `7,770`. */
export const formatNumber = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 theme`, `1,306 themes` */
export const describeCount = (count: number, noun: string): string =>
  `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`

/** `1 paper`, `1,306 papers` */
export const formatPaperCount = (count: number): string => describeCount(count, 'paper')
