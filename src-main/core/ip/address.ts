import { Fault } from '../fault'
import { ipv6Octets, ipv6Text } from './ipv6-address'

/** The two kinds of IP a link may carry. */
export type IpFamily = 'ipv4' | 'ipv6'

/** Four octets as `10.64.64.64`. */
export function dotted(bytes: Uint8Array, at = 0): string {
  return `${bytes[at] ?? 0}.${bytes[at + 1] ?? 0}.${bytes[at + 2] ?? 0}.${bytes[at + 3] ?? 0}`
}

/** `10.64.64.64` as four octets; undefined when it is no IPv4 address. */
export function octetsOf(address: string): Uint8Array | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return undefined
  const parts = address.split('.').map(Number)
  return parts.every((part) => part < 256) ? Uint8Array.from(parts) : undefined
}

/** Of which kind an address is; undefined when it is none. */
export function familyOf(address: string): IpFamily | undefined {
  if (octetsOf(address)) return 'ipv4'
  return ipv6Octets(address) ? 'ipv6' : undefined
}

export function isAddress(text: string): boolean {
  return familyOf(text) !== undefined
}

/** An address in the form in which packets name it. */
export function plainAddress(text: string): string {
  const octets = ipv6Octets(text)
  return octets ? ipv6Text(octets) : text
}

/** Refuses what was meant as an address and is none, before a name server is asked for it. */
export function mustBeName(host: string): void {
  if (host === '')
    throw new Fault('bad-input', {
      en: '“” is empty: expected a name or an address',
      ja: '「」：値が空です。ホスト名またはアドレスを指定してください。',
    })
  if (/^[\d.]+$/.test(host))
    throw new Fault('bad-input', {
      en: `“${host}” is not an IPv4 address: four numbers from 0 to 255`,
      ja: `「${host}」は IPv4 アドレスではありません（0～255 の数値 4 つで指定）。`,
    })
  if (host.includes(':'))
    throw new Fault('bad-input', {
      en: `“${host}”: expected a name, an IPv4 address or an IPv6 address such as 2001:db8::1, without a port`,
      ja: `「${host}」：ホスト名、IPv4 アドレス、または 2001:db8::1 のような IPv6 アドレスを指定してください（ポート番号は不可）。`,
    })
}
