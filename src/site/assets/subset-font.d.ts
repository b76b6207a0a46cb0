declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2'
    /** Remaining range of each axis of a variable font. */
    variationAxes: Record<string, { min: number; max: number }>
  }
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}
