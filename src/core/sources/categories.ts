/** Archives of the arXiv that have subjects, and those that are a category themselves, former ones included. */
const WITH_SUBJECTS = 'astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat'
const WHOLE =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|mtrl-th|nucl-ex|nucl-th|patt-sol|plasm-ph|q-alg|quant-ph|solv-int|supr-con'
const CATEGORY = new RegExp(`^(?:(?:${WITH_SUBJECTS})\\.[A-Za-z]{2,5}(?:-[a-z]{2,5})?|${WHOLE})$`)

/** Classes of the MSC (`68T07`, `62-XX`) and of the ACM (`I.2.7`). */
const CLASS = /^(?:\d{2}(?:[A-Z]\d{2}|-\d{2}|[A-Z]?-?xx)|[A-K]\.(?:\d{1,2}|m)(?:\.(?:\d{1,2}|m)){0,2})$/i

/**
 * Categories of the arXiv among subjects, each subject one category or several (`cs.LG cs.CL`, `cs.LG; 68T07`), and what
 * else is among them: the names of other subjects. Classes of the MSC and the ACM are neither.
 */
export function categoriesAmong(subjects: readonly string[]): { categories: string[]; others: string[] } {
  const categories = new Set<string>()
  const others = new Set<string>()
  for (const subject of subjects) {
    const words = subject.split(/[\s,;()[\]]+/).filter(word => word !== '')
    const own = words.filter(word => CATEGORY.test(word))
    for (const word of own) categories.add(word)
    if (own.length > 0) continue
    for (const part of subject.split(/[,;]/).map(text => text.trim())) {
      if (part !== '' && !part.split(/\s+/).every(word => CLASS.test(word))) others.add(part)
    }
  }
  return { categories: [...categories], others: [...others] }
}
