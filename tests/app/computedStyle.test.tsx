import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { quickly } from './computedStyle.ts'
import { renderAt } from './renderAt.tsx'
import { jsdomsStyle } from './setup.ts'

const MORE = `
  <div hidden><p>a</p></div><details><summary>a</summary><p>b</p></details><details open><p>b</p></details>
  <dialog>a</dialog><dialog open>a</dialog><input type="hidden"><input type="text"><template>a</template>
  <div style="visibility: hidden"><p>a</p></div><div style="pointer-events: none"><p>a</p></div>
  <div style="display: none"><p>a</p></div><span style="display: block">a</span><svg><title>a</title></svg>`

const said = ({ display, visibility, pointerEvents, position, top }: CSSStyleDeclaration) => ({
  display,
  visibility,
  pointerEvents,
  position,
  top,
})

/** Each element before and after a change of what it depends on. */
function expectTheSame(): void {
  const quick = quickly(jsdomsStyle)
  for (let round = 0; round < 2; round++) {
    for (const element of document.querySelectorAll('*')) {
      expect(said(quick(element)), element.outerHTML.slice(0, 200)).toEqual(said(jsdomsStyle(element)))
      if (round === 0 && element.closest('section')) element.toggleAttribute('hidden')
    }
  }
}

test('what is worked out once is what jsdom says of each element', async () => {
  renderAt('/nowhere')
  await screen.findByRole('heading', { level: 1 })
  const section = document.createElement('section')
  section.innerHTML = MORE
  document.body.append(section)
  expectTheSame()
  section.remove()
})

test('a style sheet of the page counts', () => {
  const sheet = document.createElement('style')
  sheet.textContent = '.gone { display: none }'
  document.head.append(sheet)
  document.body.className = 'gone'
  expectTheSame()
  expect(getComputedStyle(document.body).display).toBe('none')
  document.body.className = ''
  sheet.remove()
})
