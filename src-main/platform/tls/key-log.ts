import { appendFileSync } from 'node:fs'
import type { OnSecret } from './open-tls'

/**
 * Adds the secrets of our own TLS sessions to a file, as SSLKEYLOGFILE does in browsers and curl
 * (https://datatracker.ietf.org/doc/draft-ietf-tls-keylogfile/); readable by this user alone. Undefined without a file. A file that
 * takes nothing is told once, and no session ends for it.
 */
export function keyLog(
  path: string | undefined,
  report: (error: unknown, where: string) => void,
): OnSecret | undefined {
  if (path === undefined || path === '') return undefined
  let failed = false
  return (line) => {
    if (failed) return
    try {
      appendFileSync(path, line, { mode: 0o600 })
    } catch (error) {
      failed = true
      report(error, `SSLKEYLOGFILE ${path}`)
    }
  }
}
