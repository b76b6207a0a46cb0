import { SERVE_EVENT } from '#core/site/events.ts'
import { type PagePort, serve } from './serve.ts'

/*
 * The entry of the worker. No module may import it, and in the build no chunk may import its chunk: WebKit would evaluate it
 * a second time, and the second engine, which no corpus was opened in, would take over the port.
 */

declare global {
  interface WorkerGlobalScopeEventMap {
    /** How a page, that has this script for itself, has it answer. */
    [SERVE_EVENT]: CustomEvent<{ port: PagePort; most: number }>
  }
}

if ('document' in self) self.addEventListener(SERVE_EVENT, ({ detail }) => serve(detail.port, detail.most))
else serve(self)
