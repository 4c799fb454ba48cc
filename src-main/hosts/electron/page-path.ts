import { extname } from 'node:path'
import { normalize } from 'node:path/posix'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file of the page that an address means, and its type; or the status to answer instead. */
export function askedFor(
  url: string,
): { readonly path: string; readonly type: string } | 400 | 404 {
  let path: string
  try {
    path = normalize(decodeURIComponent(new URL(url).pathname))
  } catch (error) {
    // A `%` that stands for nothing, or no address at all.
    if (error instanceof URIError || error instanceof TypeError) return 400
    throw error
  }
  const type = types[extname(path)]
  return type === undefined || /\.\.|\\|\0/.test(path) ? 404 : { path, type }
}
