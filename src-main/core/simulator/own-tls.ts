import { latin1 } from '../bytes'
import type { TlsWishes } from '../ports/tls'
import { computerName } from './internet'
import type { ModemParts } from './modem-parts'
import { handshakeOf, type Handshake } from './tls-handshake'
import { plainPort } from './tls-sockets'
import type { Way } from './way'

/**
 * The way to a server over the TLS settings of that number, or why there is none. Servers of the simulated internet agree without a
 * cipher; one of this computer is a server like any other, and is spoken to as such.
 */
export function wayOverTls(
  modem: ModemParts,
  host: string,
  port: number,
  index: number,
): Way | Exclude<Handshake, 'agreed'> {
  const { network, radio } = modem
  const real = network.openTls !== undefined && radio.air.computer
  if (!real || host.toLowerCase() !== computerName) {
    const agreed = handshakeOf(modem, host, index)
    return agreed === 'agreed' ? { port: plainPort(port) } : agreed
  }
  const wishes = wishesOf(modem, index)
  return typeof wishes === 'string' ? wishes : { port, wishes }
}

function wishesOf({ web, storage, network }: ModemParts, index: number): TlsWishes | 'no CA' {
  const context = web.tls[index]
  // An address is asked for without SNI (RFC 6066, section 3).
  const address = network.internet.lookUp(computerName)
  const name = context?.sni === 1 ? {} : { serverName: address }
  if (context?.check !== 1 && context?.check !== 2) return { ...name, insecure: true }
  const ca = storage.certificates.get(context.ca) ?? storage.files.get(context.ca)
  return ca ? { ...name, ca: latin1(ca) } : 'no CA'
}
