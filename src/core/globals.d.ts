/** Parts of the Encoding standard that browsers, workers and Node share; the ES library does not declare them. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
