import { SERVE_EVENT } from '#core/site/events.ts'
import { type PagePort, serve } from './serve.ts'

/*
 * The entry of the worker. No module may import it, and in the build no chunk may import its chunk: WebKit would evaluate it
 * a second time, and the second engine, without a corpus, would take over the port.
 */

declare global {
  interface WorkerGlobalScopeEventMap {
    /** Sent by a page that runs this script itself: answers are to go through the port. */
    [SERVE_EVENT]: CustomEvent<{ port: PagePort; maxPapers: number }>
  }
}

if ('document' in self)
  self.addEventListener(SERVE_EVENT, ({ detail }) => serve(detail.port, detail.maxPapers))
else serve(self)
