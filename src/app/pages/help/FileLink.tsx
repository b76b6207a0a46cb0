import { useSite } from '../../navigation/Link.tsx'

/** A link to a file of the site, opened by the browser, not by the router. */
export function FileLink({ path, children }: { path: string; children: string }) {
  const { hrefOf } = useSite()
  return (
    <a href={hrefOf(path)} className="prose-link">
      {children}
    </a>
  )
}
