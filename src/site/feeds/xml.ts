import { create, type XMLElement } from 'xmlbuilder'

/** An empty XML document. Characters that XML cannot contain, such as control characters, become spaces. */
export const xmlDocument = (root: string, namespace: string): XMLElement =>
  create(root, { version: '1.0', encoding: 'UTF-8' }, undefined, { invalidCharReplacement: ' ' }).att(
    'xmlns',
    namespace,
  )

export const xmlText = (root: XMLElement): string => `${root.end({ pretty: true })}\n`
