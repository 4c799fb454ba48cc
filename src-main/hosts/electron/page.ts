import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import { askedFor } from './page-path'

const scheme = 'app'
const folder = join(import.meta.dirname, '../renderer')

/** The window's page, under a scheme of its own: a page from file: could read every file of the computer. */
export const page = `${scheme}://bench/index.html`
/** The same after it has stopped, which it tells. */
export const pageAfterStop = `${page}#stopped`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page's own files, and nothing else of the disk. */
export function servePage(): void {
  protocol.handle(scheme, async (request) => {
    const asked = askedFor(request.url)
    if (typeof asked === 'number') return new Response('not here', { status: asked })
    try {
      const body = await readFile(join(folder, asked.path))
      return new Response(new Uint8Array(body), {
        headers: { 'Content-Type': asked.type, 'Content-Security-Policy': policy },
      })
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      return new Response('not here', { status: missing ? 404 : 500 })
    }
  })
}
