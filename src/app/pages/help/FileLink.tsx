import { useSite } from '../../navigation/Link.tsx'

/** A link to a file of the site, which the browser opens by itself. */
export function FileLink({ path, children }: { path: string; children: string }) {
  const { hrefOf } = useSite()
  return (
    <a href={hrefOf(path)} className="prose-link">
      {children}
    </a>
  )
}
