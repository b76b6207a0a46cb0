import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces'

/** An XML document to put elements into. What XML cannot hold, such as control characters, becomes a space. */
export const xmlDocument = (root: string, namespace: string): XMLBuilder =>
  create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: ' ' }).ele(namespace, root)

export const xmlText = (root: XMLBuilder): string => `${root.doc().end({ prettyPrint: true })}\n`
