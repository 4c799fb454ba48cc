import { Fault } from '@core/fault'
import { familyOf, mustBeName, type IpFamily } from '@core/ip/address'
import { addressOfOther } from './words'

const labels = { ipv4: 'IPv4', ipv6: 'IPv6' } as const

/**
 * A name or an address as it was given, an IPv6 address without its brackets: looked at before a connection is made for it.
 * Throws `Fault('bad-input')` for what is neither, and for an address of the other family than the one asked for.
 */
export function hostGiven(text: string, family: IpFamily | 'auto'): string {
  const host = text.trim().replace(/^\[(.*)\]$/, '$1')
  const literal = familyOf(host)
  if (!literal) mustBeName(host)
  else if (family !== 'auto' && family !== literal)
    throw new Fault('bad-input', addressOfOther(host, labels[literal], labels[family]))
  return host
}
