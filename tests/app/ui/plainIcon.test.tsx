import { X } from 'lucide-react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { plainIcon } from '#app/ui/plainIcon.ts'

const PlainX = plainIcon({
  name: 'x',
  node: [
    ['path', { d: 'M18 6 6 18', key: '1' }],
    ['path', { d: 'm6 6 12 12', key: '2' }],
  ],
})

it('draws an icon as lucide-react does', () => {
  for (const props of [
    { 'aria-hidden': true, size: 16 },
    { 'aria-hidden': true, size: '100%', id: 'icon-x', className: 'text-soft shrink-0' },
  ] as const)
    expect(renderToStaticMarkup(<PlainX {...props} />)).toBe(renderToStaticMarkup(<X {...props} />))
})
