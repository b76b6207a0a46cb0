import type { OutwardLink } from '#core/papers/links.ts'

export const OutwardLinks = ({ links }: { links: readonly OutwardLink[] }) =>
  links.map(({ label, href }) => (
    <a
      key={`${label} ${href}`}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="target prose-link inline-flex items-center text-sm"
    >
      {label}
    </a>
  ))
