/**
 * Columns as the path of an SVG, to be stroked: each is in the middle of a place one unit wide, and the largest is
 * `height` units high. A column of nothing leaves its place empty.
 */
export function columnsPath(counts: readonly number[], height: number): string {
  const most = Math.max(1, ...counts)
  return counts
    .map((count, i) => (count === 0 ? '' : `M${i + 0.5} ${height}v${-rounded((height * count) / most)}`))
    .join('')
}

const rounded = (number: number): number => Math.round(number * 100) / 100
