import { Fault } from '../fault'
import type { OpenTls, TlsWishes } from '../ports/tls'

/** Where a server is reached: with `wishes` over TLS that is ciphered, without as it is. */
export interface Way {
  readonly port: number
  readonly wishes?: TlsWishes
}

/** TLS as a modem has it: of a certificate it looks at the chain, not at the name in it. */
export const modemTls =
  (openTls: OpenTls): OpenTls =>
  async (carrier, options) => {
    const stream = await openTls(carrier, { ...options, insecure: true })
    if (options.insecure === true) return stream
    const { trouble, also } = stream.facts
    const worst = [trouble, ...also].find((one) => one !== null && one !== 'tls-wrong-name')
    if (!worst) return stream
    stream.abort()
    throw new Fault(worst)
  }
