/**
 * An address a page may link to: http or https, and nothing that could end an attribute, hide a line or turn its direction.
 * No name before the host either: `https://arxiv.org@evil.example` leads elsewhere than it says.
 */
export const WEB_ADDRESS = /^https?:\/\/[^\s\p{C}"<>\\^`{|}/?#@]+(?:[/?#][^\s\p{C}"<>\\^`{|}]*)?$/iu

/** The address where it may be followed, else nothing: only `https:` and `http:` lead out of a page. */
export function safeUrl(text: string): string | undefined {
  return WEB_ADDRESS.test(text) ? text : undefined
}
