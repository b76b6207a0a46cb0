import type { Page } from '@playwright/test'

/*
 * What can be measured in a page as it stands. The functions run in the page.
 */

/** How far the page can be scrolled sideways, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** Levels of the headings that are shown or said, in their order. */
export const headingsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter(heading => heading.checkVisibility({ visibilityProperty: true }))
      .map(heading => Number(heading.tagName.slice(1))),
  )

/**
 * What a pointer is to hit that is smaller than `least` pixels in either direction, but for links in sentences, whose height
 * is that of the line.
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(least => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, select, textarea, input, summary, [role=option], [role=tab]',
    )
    const modal = document.querySelector('dialog[open]')
    // A link may be spread over what it stands in, and who hits the words that label a choice makes it.
    const boxOf = (element: Element): Element =>
      getComputedStyle(element, '::after').position === 'absolute'
        ? (element.parentElement ?? element)
        : (element.matches('[type=radio], [type=checkbox]') && element.closest('label')) || element
    return [...all]
      .filter(element => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.sr-only'))
          return false
        if (modal && !modal.contains(element)) return false
        const { width, height } = boxOf(element).getBoundingClientRect()
        const block = element.closest('p, li, dd, td, h1, h2, pre')
        const isInSentence =
          getComputedStyle(element).display === 'inline' &&
          (block?.textContent?.length ?? 0) > (element.textContent?.length ?? 0)
        return !isInSentence && (width < least - 0.5 || height < least - 0.5)
      })
      .map(element => {
        const { width, height } = boxOf(element).getBoundingClientRect()
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return `${element.tagName} “${name.slice(0, 40)}” ${width.toFixed(0)} × ${height.toFixed(0)}`
      })
  }, least)

/** Spaces text as WCAG 1.4.12 has people do who read with difficulty. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })

/**
 * Lays out what is far from the window, too, whose boxes nobody knows otherwise; text is spaced as usual. The search box, which
 * sticks, stands in a cell over the whole list: empty as that is, axe would take it for a cover, and measure no colours below.
 */
export const layOutAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { content-visibility: visible !important }
      :has(> [data-sticky="search"]) { align-self: start !important }
    `)
    document.adoptedStyleSheets = [sheet]
  })

/** Texts that are cut off where nothing says so, and texts that stand over one another. */
export const clashingTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.sr-only, [aria-hidden=true], select, option')
    const clashes: string[] = []
    const called = (element: Element) =>
      `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 50)}”`
    const modal = document.querySelector('dialog[open]')
    const scope = modal ?? document.body
    const texts: { element: Element; rects: DOMRect[] }[] = []
    for (const element of scope.querySelectorAll<HTMLElement>('*')) {
      if (!isShown(element)) continue
      const style = getComputedStyle(element)
      const isCut =
        /hidden|clip/.test(style.overflowY + style.overflowX) &&
        style.textOverflow !== 'ellipsis' &&
        style.webkitLineClamp === 'none' &&
        !/auto|scroll/.test(style.overflowX + style.overflowY) &&
        !element.matches('svg, input') &&
        // What scrolls within it, and what only screen readers hear there.
        !element.querySelector('[role=listbox]') &&
        (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
      if (isCut && element.clientWidth > 1) clashes.push(`${called(element)} is cut off`)
      if (element.closest('math, [role=listbox]') || style.position === 'absolute') continue
      const own = [...element.childNodes].filter(node => node.nodeType === 3 && node.textContent?.trim())
      const clip = element.closest('[class*=line-clamp], .abstract-lines')?.getBoundingClientRect()
      const rects = own.flatMap(node => {
        const range = document.createRange()
        range.selectNodeContents(node)
        return [...range.getClientRects()].filter(rect => !clip || rect.top < clip.bottom - 2)
      })
      if (rects.length > 0 && rects.length < 200) texts.push({ element, rects })
    }
    const isFloating = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== scope; at = at.parentElement)
        if (/absolute|fixed|sticky/.test(getComputedStyle(at).position)) return true
      return false
    }
    const inFlow = texts.filter(({ element }) => !isFloating(element))
    for (const [at, { element, rects }] of inFlow.entries()) {
      for (const other of inFlow.slice(at + 1)) {
        const overlap = rects.some(a =>
          other.rects.some(
            b =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.45 * Math.min(a.height, b.height),
          ),
        )
        if (overlap) clashes.push(`${called(element)} stands over ${called(other.element)}`)
      }
    }
    return clashes
  })
