/** What the style of an element without style sheets depends on: jsdom's own sheet asks for these. */
const ASKED_FOR = ['hidden', 'open', 'type', 'popover', 'dir', 'style']
/** What an element may have from any of those around it. */
const INHERITED = /visibility|pointer-events|user-select/

const keyOf = (element: Element): string =>
  // An attribute without a value is not one that is absent.
  JSON.stringify([
    element.namespaceURI,
    element.localName,
    ...ASKED_FOR.map(name => element.getAttribute(name)),
  ])

function inherits(element: Element): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (INHERITED.test(at.getAttribute('style') ?? '')) return true
  }
  return false
}

/**
 * The computed style as jsdom gives it, worked out once for elements that cannot differ in it. Queries by role ask for it
 * again and again, for each element of a page, and jsdom tries each rule of its sheet each time.
 */
export function quickly(computed: typeof getComputedStyle): typeof getComputedStyle {
  const known = new Map<string, CSSStyleDeclaration>()
  return (element, pseudo) => {
    if (pseudo || document.styleSheets.length > 0 || inherits(element)) return computed(element, pseudo)
    // A summary, say, is shown or hidden by what it stands in.
    const { parentElement } = element
    const key = `${keyOf(element)} in ${parentElement ? keyOf(parentElement) : ''}`
    const style = known.get(key) ?? computed(element)
    known.set(key, style)
    return style
  }
}
