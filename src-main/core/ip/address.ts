import { Fault } from '../fault'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import type { Words } from '../words'
import { notAName, notIpv4, nameIsEmpty } from './words'

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

/** What a host is called: visible ASCII, labels of at most 63 octets (RFC 1035 2.3.4), nothing that belongs to a URL. */
const name = /^(?=.{1,253}$)[^\s/:?#@[\]"'\\.]{1,63}(?:\.[^\s/:?#@[\]"'\\.]{1,63})*\.?$/
const visible = /^[\x21-\x7e]+$/

/** What is wrong with a name or an address of a host; undefined: nothing. */
export function hostMistake(host: string): Words | undefined {
  if (host === '') return nameIsEmpty
  if (isAddress(host)) return undefined
  if (/^[\d.]+$/.test(host)) return notIpv4(host)
  return visible.test(host) && name.test(host) ? undefined : notAName(host)
}

/** Refuses what is no host, before a name server is asked for it. */
export function mustBeName(host: string): void {
  const mistake = hostMistake(host)
  if (mistake) throw new Fault('bad-input', mistake)
}
