/** A resource by its address. Statements about one address share one object: translators compare them. */
interface Resource {
  uri: string
}

type Value = Resource | string

interface Statement {
  about: Resource
  relation: string
  value: Value
}

/** Statements of RDF as Zotero's translators ask for them; nothing where there are none is `false`. */
export function rdfStore() {
  const statements: Statement[] = []
  const resources = new Map<string, Resource>()
  const resourceOf = (uri: string): Resource => {
    const resource = resources.get(uri) ?? { uri }
    resources.set(uri, resource)
    return resource
  }
  const orFalse = <T>(found: T[]): T[] | false => (found.length > 0 ? found : false)
  return {
    addStatement(about: string, relation: string, value: string, isLiteral: boolean): void {
      statements.push({ about: resourceOf(about), relation, value: isLiteral ? value : resourceOf(value) })
    },
    getAllResources: () => orFalse([...new Set(statements.map(({ about }) => about))]),
    getResourceURI: (resource: Value): string => (typeof resource === 'string' ? resource : resource.uri),
    getTargets: (about: Value, relation: string) =>
      orFalse(
        statements
          .filter(statement => statement.about === about && statement.relation === relation)
          .map(({ value }) => value),
      ),
    getSources: (value: Value, relation: string) =>
      orFalse(
        statements
          .filter(statement => statement.value === value && statement.relation === relation)
          .map(({ about }) => about),
      ),
    getArcsIn: (value: Value) =>
      orFalse(statements.filter(statement => statement.value === value).map(({ relation }) => relation)),
    getArcsOut: (about: Value) =>
      orFalse(statements.filter(statement => statement.about === about).map(({ relation }) => relation)),
    getContainerElements: (): Value[] => [],
  }
}
