import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, net, protocol } from 'electron'
import { askedFor } from './page-path'
import { bodyOf, PageReading } from './page-reading'

const scheme = 'app'
const folder = join(import.meta.dirname, '../renderer')

/** The window's page, under a scheme of its own: a page from file: could read every file of the computer. */
export const page = `${scheme}://bench/index.html`
/** The same after it has stopped, which it tells. */
export const pageAfterStop = `${page}#stopped`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** The page itself anew, which only hot reload asks for. */
export const isReload = (url: string) =>
  developing !== undefined && new URL(url).pathname === new URL(page).pathname

/** Where `npm run dev` serves the page with hot reload; a packaged program has no such place. */
const developing = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // What Chromium has compiled once is kept in the user's profile for the next start.
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page's own files, and nothing else of the disk. Its `done` resolves when the first page has got its own. */
export function servePage(): PageReading {
  const reading = new PageReading()
  protocol.handle(scheme, ({ url }) =>
    developing === undefined ? partOfPage(url, reading) : developed(url, developing),
  )
  return reading
}

async function partOfPage(url: string, reading: PageReading): Promise<Response> {
  const asked = askedFor(url)
  if (typeof asked === 'number') return new Response('not here', { status: asked })
  try {
    const body = await readFile(join(folder, asked.path))
    return new Response(
      bodyOf(body, () => reading.gave(asked.path, body)),
      { headers: { 'Content-Type': asked.type, 'Content-Security-Policy': policy } },
    )
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return new Response('not here', { status: missing ? 404 : 500 })
  }
}

/** The page keeps its own address, so that the guards around it stay as they are. */
async function developed(url: string, server: string): Promise<Response> {
  const { pathname, search } = new URL(url)
  return net.fetch(new URL(pathname + search, server).href)
}
