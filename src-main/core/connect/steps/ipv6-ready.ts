import { errorWords, faultCode } from '../../fault'
import type { IpHost } from '../../ip/host'
import type { Ipv6State } from '../../ip/ipv6-state'
import type { UpLink } from '../../modem/up-link'
import type { LinkUp } from '../../ppp/link-types'
import { sleep } from '../../wait'
import { twoSentences, wordsOf, type Words } from '../../words'
import type { StepContext } from '../step'
import {
  askingRouter,
  leaseTaken,
  noAdvertisement,
  noIpv4,
  noIpv6,
  noLease,
  noNat64,
  noNat64AsAsked,
  noPrefix,
  noRouterYet,
  throughNat64,
  addressesGiven,
} from './words'

/** Three solicitations, and what a network takes to answer the last. */
const routerMs = 15_000
/** Beside an IPv4 address that is there: the rest may come later. */
const besideMs = 6_000
/** After the address: DHCPv6 is asked for name servers only then. */
const serversMs = 4_000
const lookMs = 100

/** Waits until a router has told an IPv6 address, and name servers where they come in time. Resolves in any case. */
export async function ipv6Ready(context: StepContext, { host }: UpLink): Promise<void> {
  if (host.ipv6 === null) return
  context.progress(askingRouter)
  await until(context, host.address === null ? routerMs : besideMs, () =>
    Boolean(host.ipv6?.address),
  )
  if (host.ipv6.address && host.dns.length === 0)
    await until(context, serversMs, () => host.dns.length > 0)
}

async function until(
  { clock, signal, session }: StepContext,
  ms: number,
  ready: () => boolean,
): Promise<void> {
  const endUs = clock.monotonicUs() + ms * 1000
  while (!ready() && clock.monotonicUs() < endUs && session.upLink)
    await sleep(clock, lookMs, signal)
}

export function noRouter(ipv6: Ipv6State | null): Words {
  const own = ipv6?.linkLocal ?? ''
  if (ipv6?.progress === 'no-lease') return noLease(ipv6.router ?? '', own)
  if (ipv6?.progress === 'taken') return leaseTaken(own)
  if (ipv6?.progress === 'no-prefix') return noPrefix(ipv6.router ?? '', own)
  return noAdvertisement(routerMs / 1000, own)
}

/** What the link has of both families, and what that means where it is only IPv6. */
export async function addressWords(context: StepContext, host: IpHost, up: LinkUp): Promise<Words> {
  const addresses = [host.address, host.ipv6?.address].filter((one) => one).join(' ')
  const more = [await ipv6Words(context, host), missingWords(context, host, up)]
  return more.reduce(twoSentences, addressesGiven(addresses, host.dns))
}

const nothing: Words = { en: '', ja: '' }

async function ipv6Words(context: StepContext, host: IpHost): Promise<Words> {
  if (host.address !== null || !host.ipv6?.address) return nothing
  const prefix = await nat64Of(context, host)
  if (prefix === undefined) return nothing
  // What a network has beside that nobody asked it.
  const asked = context.target.pdpType === 'IPV6'
  if (prefix === null) return asked ? noNat64AsAsked : noNat64
  return throughNat64(prefix)
}

/** Undefined: it could not be found out. */
async function nat64Of(
  { signal, seen }: StepContext,
  host: IpHost,
): Promise<string | null | undefined> {
  if (host.dns.length === 0) return undefined
  try {
    return await host.nat64({ signal, timeoutMs: 5_000 })
  } catch (error) {
    if (faultCode(error) === undefined || faultCode(error) === 'at-cancelled') throw error
    seen.push(errorWords(error))
    return undefined
  }
}

/** A family that was asked for and is not there is said, with why. */
function missingWords({ target }: StepContext, host: IpHost, up: LinkUp): Words {
  if (target.pdpType !== 'IPV4V6') return nothing
  const why = up.missing === null ? { en: '', ja: '' } : wordsOf(up.missing)
  if (host.address === null) return noIpv4(why)
  if (host.ipv6 === null) return noIpv6(why)
  if (host.ipv6.address) return nothing
  return noRouterYet
}
