import { type ComponentProps, createElement } from 'react'

/** An icon of `lucide-react`, 24 × 24 units. */
interface IconData {
  name: string
  node: [tag: string, attributes: Record<string, string>][]
}

interface Props extends ComponentProps<'svg'> {
  /** In pixels. */
  size?: number | string
}

/**
 * Replaces the icon factory of `lucide-react` in the built site (`src/site/vite/plainIcons.ts`). An icon takes a size, a
 * class and attributes only.
 */
export const plainIcon =
  ({ name, node }: IconData) =>
  ({ size = 24, className, ...rest }: Props) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: ['lucide', `lucide-${name}`, className].filter(Boolean).join(' '),
        ...rest,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    )
