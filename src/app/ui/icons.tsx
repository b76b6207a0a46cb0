import { CircleMinus, Link2, type LucideIcon, MessageSquare, Quote } from 'lucide-react'
import type { ReactNode } from 'react'

interface IconProps {
  /** In pixels. */
  size?: number
  className?: string
}

/** A decorative icon: the words beside it, or the name of its button, say what it means. */
export type Icon = (props: IconProps) => ReactNode

/** Icons of every card or row: each is in the page once, and referred to. */
const REPEATED = { quote: Quote, link: Link2, minus: CircleMinus, message: MessageSquare }

/** The shapes that icons of lists refer to. */
export const IconShapes = () => (
  <svg aria-hidden="true" className="hidden">
    {Object.entries(REPEATED).map(([name, Shape]: [string, LucideIcon]) => (
      <Shape key={name} id={`icon-${name}`} size="100%" />
    ))}
  </svg>
)

const repeated =
  (name: keyof typeof REPEATED): Icon =>
  ({ size = 16, className }) => (
    <svg width={size} height={size} className={className} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  )

export const QuoteIcon = repeated('quote')
export const LinkIcon = repeated('link')
export const MinusIcon = repeated('minus')
export const MessageIcon = repeated('message')
