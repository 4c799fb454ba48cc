import { Fault } from '../fault'
import { isAddress } from './address'

export type DnsType = 'A' | 'AAAA' | 'TXT' | 'PTR' | 'CNAME' | 'MX' | 'NS' | 'SRV' | 'SOA'

export interface DnsServer {
  readonly address: string
  readonly port: number
}

/** Names cannot be asked for a name server: only an address can be reached before there is one. */
export function serverOf(text: string): DnsServer {
  const [address = '', port] = text.split(':')
  const number = port === undefined ? 53 : Number(port)
  if (!isAddress(address) || !Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Fault('bad-input', {
      en: `“${text}” is not a name server: expected an IPv4 address such as 8.8.8.8, or 8.8.8.8:53`,
      ja: `「${text}」は DNS サーバーとして使えません。8.8.8.8 のような IPv4 アドレス、または 8.8.8.8:53 の形式で指定してください。`,
    })
  return { address, port: number }
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

/** An address asked for with PTR is turned round (RFC 1035 3.5). */
export function questionName(name: string, type: DnsType): string {
  if (type === 'PTR' && isAddress(name))
    return `${name.split('.').reverse().join('.')}.in-addr.arpa`
  const plain = name.replace(/\.$/, '')
  const good =
    plain.length <= 253 && plain.split('.').every((label) => /^[\x21-\x7e]{1,63}$/.test(label))
  if (!good)
    throw new Fault('bad-input', {
      en: `“${name}” is not a host name`,
      ja: `「${name}」はホスト名として正しくありません。`,
    })
  return plain
}
