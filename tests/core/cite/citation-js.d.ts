/** The parts of citation-js that read RIS and write APA; its packages come without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: object[])
    format(output: 'bibliography', options: { format: 'text'; template: 'apa'; lang: 'en-US' }): string
  }
  export const plugins: { input: { data(text: string, format: '@ris/file'): unknown } }
}

declare module '@citation-js/plugin-ris'

declare module '@citation-js/plugin-csl'
