import { create, type XMLElement } from 'xmlbuilder'

/** An XML document to put elements into. What XML cannot hold, such as control characters, becomes a space. */
export const xmlDocument = (root: string, namespace: string): XMLElement =>
  create(root, { version: '1.0', encoding: 'UTF-8' }, undefined, { invalidCharReplacement: ' ' }).att(
    'xmlns',
    namespace,
  )

export const xmlText = (root: XMLElement): string => `${root.end({ pretty: true })}\n`
