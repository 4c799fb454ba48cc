import { isToken } from '@contract'
import { Fault } from '@core/fault'
import { noServedAddress, noToken } from './words'

/** Where a bench is served, and the token that its address brought. */
export interface RemoteAddress {
  /** Scheme, name and port, with the slash behind. */
  readonly url: string
  readonly token: string | undefined
}

/** Reads an address as `modem-bench serve` prints it. Throws `Fault('bad-input')`; its words never repeat a token. */
export function remoteAddress(text: string): RemoteAddress {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  const plain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.username === '' &&
    url.password === ''
  if (!plain) {
    const seen = text.trim().replace(/\?.*/s, '?…')
    throw new Fault('bad-input', noServedAddress(seen))
  }
  return { url: `${url.origin}/`, token: url.searchParams.get('token') ?? undefined }
}

/** Throws `Fault('bad-input')` for what no `serve` makes. */
export function remoteToken(token: string): string {
  if (isToken(token)) return token
  throw new Fault('bad-input', noToken)
}
