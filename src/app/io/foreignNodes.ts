/*
 * Translation by the browser wraps or replaces the text nodes that React made, which then fails to remove them, to insert
 * before them and to change them (facebook/react#11538): the page would break at the next change.
 */

/** Elements of other programs by the text node that each replaces. */
const insteadOf = new WeakMap<Node, ChildNode>()

/** The child of a parent that holds or replaces a node; undefined without one. */
function childFor(parent: Node, node: Node): Node | null {
  let at: Node | null = insteadOf.get(node) ?? node
  while (at && at.parentNode !== parent) at = at.parentNode
  return at
}

const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE
const isFont = (node: Node | null | undefined): node is HTMLElement => node?.nodeName === 'FONT'

/**
 * Makes changes of the page work where other programs have wrapped or replaced text nodes.
 *
 * @param root element that React renders into
 */
export function withstandForeignNodes(root: HTMLElement): void {
  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <T extends Node>(child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T
    const place = childFor(this, child)
    if (place) removeChild.call(this, place)
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(node: T, next: Node | null): T {
    const place = next && next.parentNode !== this ? childFor(this, next) : next
    return insertBefore.call(this, node, place) as T
  }
  // A changed text returns to the page, so that the other program translates it again.
  const changes = new MutationObserver(records => {
    for (const { target } of records) insteadOf.get(target)?.replaceWith(target as Text)
  })
  new MutationObserver(records => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const removed of removedNodes) {
        const instead = [...addedNodes, previousSibling, nextSibling].find(isFont)
        if (!isText(removed) || removed.isConnected || !instead) continue
        insteadOf.set(removed, instead)
        changes.observe(removed, { characterData: true })
      }
    }
  }).observe(root, { childList: true, subtree: true })
}
