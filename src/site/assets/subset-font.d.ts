declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2'
    /** What an axis of a variable font is cut down to. */
    variationAxes: Record<string, { min: number; max: number }>
  }
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}
