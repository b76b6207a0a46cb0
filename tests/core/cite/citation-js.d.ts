/** The part of citation-js that reads RIS; its packages come without types. */
declare module '@citation-js/core' {
  export const plugins: { input: { data(text: string, format: '@ris/file'): unknown } }
}

declare module '@citation-js/plugin-ris'
