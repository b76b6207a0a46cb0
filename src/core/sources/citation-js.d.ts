/** The part of citation-js that is used here; its packages come without types. */
declare module '@citation-js/core' {
  export const plugins: { input: { data(text: string, format: '@biblatex/text'): unknown } }
}

declare module '@citation-js/plugin-bibtex'
