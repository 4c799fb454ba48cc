import { Fault, faultCode } from '../fault'
import { familyOf, mustBeName, plainAddress, type IpFamily } from './address'
import { throughNat64 } from './nat64'
import { lacksAddress, ipv4Only, addressOfOther, noAddressOf } from './words'

/** By which family a host is reached; `auto`: IPv6 where both sides have it (RFC 6724), else IPv4. */
export type FamilyChoice = IpFamily | 'auto'

/** What is known of the link, and of names over it. */
export interface Surroundings {
  /** Our address of a family; null where the link has none. */
  own(family: IpFamily): string | null
  /** The first address of a name; undefined where it has none of that family. */
  look(name: string, family: IpFamily): Promise<string | undefined>
  /** The prefix of NAT64 on a link without IPv4; null where there is none. */
  nat64(): Promise<string | null>
}

const labels = { ipv4: 'IPv4', ipv6: 'IPv6' } as const

/** The one address a name or an address stands for here. */
export async function destinationOf(
  host: string,
  choice: FamilyChoice,
  around: Surroundings,
): Promise<string> {
  const literal = familyOf(host)
  if (literal) return literalOf(host, literal, choice, around)
  mustBeName(host)
  for (const family of familiesFor(choice, around)) {
    const found = await around.look(host, family).catch((error: unknown) => {
      // A server that stumbles over AAAA may still know the A.
      if (family === 'ipv4' || choice === 'ipv6' || faultCode(error) !== 'dns-failed') throw error
      if (around.own('ipv4') === null) throw error
      return undefined
    })
    if (found !== undefined) return found
  }
  return withoutAddress(host, choice, around)
}

/** In the order in which they are asked for. */
function familiesFor(choice: FamilyChoice, around: Surroundings): readonly IpFamily[] {
  if (choice !== 'auto') {
    mustHave(choice, around)
    return [choice]
  }
  const here = (['ipv6', 'ipv4'] as const).filter((family) => around.own(family) !== null)
  // Without any address the question itself says what is wrong.
  return here.length > 0 ? here : ['ipv4']
}

function mustHave(family: IpFamily, around: Surroundings): void {
  if (around.own(family) !== null) return
  const label = labels[family]
  throw new Fault('ip-no-family', noAddressOf(label))
}

async function literalOf(
  host: string,
  family: IpFamily,
  choice: FamilyChoice,
  around: Surroundings,
): Promise<string> {
  if (choice !== 'auto' && choice !== family)
    throw new Fault('bad-input', addressOfOther(host, labels[family], labels[choice]))
  // Of this link alone: such addresses need none from a router.
  if (family === 'ipv6' && /^fe[89ab]|^ff/i.test(host)) return plainAddress(host)
  if (family === 'ipv4' && around.own('ipv4') === null && around.own('ipv6') !== null) {
    const prefix = await around.nat64()
    const through = prefix === null ? undefined : throughNat64(prefix, host)
    if (through !== undefined) return through
  }
  mustHave(family, around)
  return plainAddress(host)
}

/** A name of the other family: reached through NAT64 where there is one. */
async function withoutAddress(
  host: string,
  choice: FamilyChoice,
  around: Surroundings,
): Promise<string> {
  const ipv6Alone = around.own('ipv4') === null && around.own('ipv6') !== null
  if (choice !== 'ipv4' && ipv6Alone) {
    const prefix = await around.nat64()
    const address = await around.look(host, 'ipv4')
    const through =
      prefix === null || address === undefined ? undefined : throughNat64(prefix, address)
    if (through !== undefined) return through
    if (address !== undefined) throw new Fault('ip-no-family', ipv4Only(host, address))
  }
  const record = choice === 'ipv6' ? 'AAAA' : ipv6Alone ? 'AAAA' : 'A'
  const label = record === 'AAAA' ? 'IPv6' : 'IPv4'
  throw new Fault('dns-failed', lacksAddress(host, label, record))
}
