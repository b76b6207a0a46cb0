import { type Port, serve } from './serve.ts'

declare global {
  interface WorkerGlobalScopeEventMap {
    /** How a page, that has this script for itself, has it answer. */
    serve: CustomEvent<{ port: Port; most: number }>
  }
}

if ('document' in self) self.addEventListener('serve', ({ detail }) => serve(detail.port, detail.most))
else serve(self)
