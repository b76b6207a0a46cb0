const HOSTS = 'github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org'

/**
 * With a scheme a link is found even where it is glued to the word before (`athttps://…`); without one it must stand
 * alone, so that `gist.github.com` or a path on another host is not taken for a repository.
 */
const REPOSITORY = new RegExp(
  `(?:https?://(?:www\\.)?|(?<![\\w.@/-])(?:www\\.)?)(${HOSTS})/([\\w.-]+)/([\\w.-]+)`,
  'gi',
)

/** The name without the punctuation of the sentence and without `.git`. */
function repositoryName(text: string): string {
  let end = text.length
  while (text[end - 1] === '.') end--
  const name = text.slice(0, end)
  return name.toLowerCase().endsWith('.git') ? name.slice(0, -'.git'.length) : name
}

/**
 * The repositories a text links to, as `https://host/owner/name`, each once, in order of appearance. Text after
 * the name (a branch, a file) is left out.
 */
export function codeLinks(text: string): string[] {
  const byKey = new Map<string, string>()
  for (const [, host = '', owner = '', rest = ''] of text.matchAll(REPOSITORY)) {
    const name = repositoryName(rest)
    const url = `https://${host.toLowerCase()}/${owner}/${name}`
    const key = url.toLowerCase()
    if (name !== '' && !byKey.has(key)) byKey.set(key, url)
  }
  return [...byKey.values()]
}
