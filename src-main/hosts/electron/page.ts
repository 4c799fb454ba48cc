import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { protocol } from 'electron'

const scheme = 'app'
const folder = join(import.meta.dirname, '../renderer')

/** The window's page, under a scheme of its own: a page from file: could read every file of the computer. */
export const page = `${scheme}://bench/index.html`
/** The same after it has stopped, which it tells. */
export const pageAfterStop = `${page}#stopped`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page's own files, and nothing else of the disk. */
export function servePage(): void {
  protocol.handle(scheme, async (request) => {
    const path = normalize(decodeURIComponent(new URL(request.url).pathname))
    const type = types[extname(path)]
    if (type === undefined || path.includes('..')) return new Response('not here', { status: 404 })
    try {
      const body = await readFile(join(folder, path))
      return new Response(new Uint8Array(body), {
        headers: { 'Content-Type': type, 'Content-Security-Policy': policy },
      })
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      return new Response('not here', { status: missing ? 404 : 500 })
    }
  })
}
