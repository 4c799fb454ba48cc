import { latin1 } from '../bytes'
import type { ModemParts } from './modem-parts'

export type Handshake = 'agreed' | 'no server' | 'refused' | 'no CA'

/** What a handshake with a host ends with, by the TLS settings of one context of the modem. */
export function handshakeOf(
  { web, storage, network }: ModemParts,
  host: string,
  index: number,
): Handshake {
  const context = web.tls[index]
  if (!context || !network.internet.hasTls(host)) return 'no server'
  if (context.sni === 0 && network.internet.wantsName(host)) return 'refused'
  if (context.check !== 1 && context.check !== 2) return 'agreed'
  const ca = storage.certificates.get(context.ca) ?? storage.files.get(context.ca)
  if (!ca) return 'no CA'
  return /-----BEGIN CERTIFICATE-----/.test(latin1(ca)) ? 'agreed' : 'refused'
}
