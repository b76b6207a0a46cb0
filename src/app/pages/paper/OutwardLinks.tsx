import type { OutwardLink } from '#core/papers/links.ts'

interface Props {
  links: readonly OutwardLink[]
  /** The command that follows the first of them. */
  command?: string
}

/** Links that lead away from the site. */
export const OutwardLinks = ({ links, command }: Props) =>
  links.map(({ label, href }, at) => (
    <a
      key={`${label} ${href}`}
      href={href}
      target="_blank"
      data-command={at === 0 ? command : undefined}
      rel="noopener noreferrer"
      className="target prose-link inline-flex items-center text-sm"
    >
      {label}
    </a>
  ))
