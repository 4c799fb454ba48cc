import { Fault } from '../fault'
import { hexOf } from '../bytes'
import { isAddress } from './address'
import { ipv6Octets } from './ipv6-address'
import { notHostName, notNameServer } from './words'

export type DnsType = 'A' | 'AAAA' | 'TXT' | 'PTR' | 'CNAME' | 'MX' | 'NS' | 'SRV' | 'SOA'

export interface DnsServer {
  readonly address: string
  readonly port: number
}

/** Names cannot be asked for a name server: only an address can be reached before there is one. */
export function serverOf(text: string): DnsServer {
  const { address, port } = addressAndPort(text)
  const number = port === undefined ? 53 : Number(port)
  if (!isAddress(address) || !Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Fault('bad-input', notNameServer(text))
  return { address, port: number }
}

/** `8.8.8.8:53`, `[2001:db8::53]:53`, or an address alone. */
function addressAndPort(text: string): { readonly address: string; readonly port?: string } {
  const [, bracketed, behind] = /^\[([^\]]*)\](?::(\d+))?$/.exec(text) ?? []
  if (bracketed !== undefined)
    return { address: bracketed, ...(behind === undefined ? {} : { port: behind }) }
  if (isAddress(text)) return { address: text }
  const [address = '', ...rest] = text.split(':')
  return rest.length === 0 ? { address } : { address, port: rest.join(':') }
}

/** Throws `bad-input` where a question could never be asked. */
export function mustBeQuestion(
  name: string,
  {
    type = 'A',
    server,
  }: {
    readonly type?: DnsType | undefined
    readonly server?: string | undefined
  },
): void {
  questionName(name, type)
  if (server !== undefined) serverOf(server.trim())
}

/** An address asked for with PTR is turned round (RFC 1035 3.5, RFC 3596 2.5). */
export function questionName(name: string, type: DnsType): string {
  const six = type === 'PTR' ? ipv6Octets(name) : undefined
  if (six) return `${[...hexOf(six)].reverse().join('.')}.ip6.arpa`
  if (type === 'PTR' && isAddress(name))
    return `${name.split('.').reverse().join('.')}.in-addr.arpa`
  const plain = name.replace(/\.$/, '')
  const good =
    plain.length <= 253 && plain.split('.').every((label) => /^[\x21-\x7e]{1,63}$/.test(label))
  if (!good) throw new Fault('bad-input', notHostName(name))
  return plain
}
